import { createHmac, randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { HttpFault } from '../http/fault.ts';
import { presentedIn } from '../keys/presented.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { callersBehind } from './address.ts';
import { type LimitName, limitFields } from './fields.ts';
import { createLimiter, type Limiter, type Taken } from './limiter.ts';
import type { Rate } from './rate.ts';

/** How much a server takes, of each. Per process: two processes take twice as much. */
export interface Limits {
  /** Requests of one API key. Default 2,000 a second, 10,000 at once. */
  readonly key?: Rate;
  /**
   * Requests from one address that bring no key known to be good. An IPv6 network of /64 is one
   * address. Default 100 a second, 1,000 at once.
   */
  readonly address?: Rate;
  /** Proxies whose `X-Forwarded-For` is believed: addresses, or networks such as `10.0.0.0/8`. */
  readonly proxies?: readonly string[];
  /** Milliseconds of a clock that never goes back. Default `performance.now`. */
  readonly now?: () => number;
}

const defaults = {
  key: { perSecond: 2_000, burst: 10_000 },
  address: { perSecond: 100, burst: 1_000 },
} as const;

/** What a key that is refused costs its address: guessing is ten times as dear as asking. */
const REFUSED_COST = 10;

/** What the key store said of the key that a request presented. */
interface Admission {
  accepted(): void;
  refused(): void;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Absent where nothing limits, or where no key was presented. */
    readonly admission?: Admission;
    /** Stands for the address that the request came from; see `Callers`. */
    readonly caller?: string | undefined;
  }
}

/**
 * Lets a request in, or answers 429 before anything is asked of a store. A key that was good before
 * has a bucket of its own, so that nobody else's flood, not even one from the same address, uses up
 * its share. Everything else draws from its address: a page, a first request with a key, a guess.
 */
export function admission(limits: Limits, { instruments }: Telemetry): MiddlewareHandler {
  const { now, proxies = [] } = limits;
  const clock = now ? { now } : {};
  const callers = callersBehind(proxies);
  const addresses = createLimiter({ rate: limits.address ?? defaults.address, ...clock });
  const keys = createLimiter({ rate: limits.key ?? defaults.key, ...clock });
  const secret = randomBytes(32);

  return async (c, next) => {
    const caller = callers.callerOf(c.req.raw.headers, c.env);
    c.set('caller', caller);
    // Whoever watches over the process must get an answer above all when there is too much to do.
    if (c.req.path === '/health') return next();
    const presented = presentedIn(c.req.header('authorization'));
    const key = presented && createHmac('sha256', secret).update(presented).digest('base64url');
    const counted = new Counted(c, instruments);
    const isKnown = key !== undefined && keys.knows(key);
    if (isKnown) counted.take('key', keys, key);
    else if (caller !== undefined) counted.take('address', addresses, caller);
    if (key !== undefined) {
      c.set('admission', {
        accepted() {
          if (isKnown) return;
          if (caller !== undefined) addresses.giveBack(caller);
          counted.take('key', keys, key);
        },
        refused() {
          keys.forget(key);
          instruments.add('avow.http.keys.refused', 1, {});
          if (caller === undefined) return;
          const cost = isKnown ? REFUSED_COST : REFUSED_COST - 1;
          counted.by('address', addresses, addresses.charge(caller, cost));
        },
      });
    }
    await next();
    counted.tell();
  };
}

/** By which limit a request was counted last, and what its client is told of it. */
class Counted {
  readonly #context: Context;
  readonly #instruments: Telemetry['instruments'];
  #fields: Readonly<Record<string, string>> = {};

  constructor(context: Context, instruments: Telemetry['instruments']) {
    this.#context = context;
    this.#instruments = instruments;
  }

  /** Throws `AVOW_RATE_LIMITED` where there is no place. */
  take(name: LimitName, limiter: Limiter, whose: string): void {
    const taken = limiter.take(whose);
    this.by(name, limiter, taken);
    if (taken.granted) return;
    this.#instruments.add('avow.http.limited', 1, { 'avow.limit': name });
    const headers = { ...this.#fields, 'retry-after': String(taken.wait) };
    throw new HttpFault('AVOW_RATE_LIMITED', { headers, about: { limit: name } });
  }

  by(name: LimitName, { rate }: Limiter, taken: Taken): void {
    this.#fields = limitFields(name, rate, taken);
  }

  tell(): void {
    for (const [name, value] of Object.entries(this.#fields)) this.#context.header(name, value);
  }
}
