import { createLimiter, type Rate } from '@avow/server';
import type { Pseudonym } from './pseudonym.ts';

/** How often one account, and one hashed address of the network, may be tried. Each process counts for itself. */
export interface AccountLimits {
  /** Default: 10 at once, then one in 30 seconds. */
  readonly account?: Rate;
  /** Default: 30 at once, then one in 5 seconds. */
  readonly caller?: Rate;
  /** Messages to one address. Default: 5 at once, then one in 10 minutes. */
  readonly mail?: Rate;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

const defaults = {
  account: { perSecond: 1 / 30, burst: 10 },
  caller: { perSecond: 1 / 5, burst: 30 },
  mail: { perSecond: 1 / 600, burst: 5 },
} as const;

/** Too much was tried: whole seconds until it is worth trying again. */
export interface Wait {
  readonly outcome: 'wait';
  readonly seconds: number;
}

/** Counts what is tried. An account that does not exist is counted like one that does. */
export interface Tries {
  /** A password or a code is about to be compared. `caller` is a keyed hash of the address it came from. */
  compare(pseudonym: string, caller: string | undefined): Wait | undefined;
  /** Something that is about nobody yet is asked for. */
  ask(caller: string | undefined): Wait | undefined;
  /** A message to the address is asked for. */
  mail(pseudonym: Pseudonym, caller: string | undefined): Wait | undefined;
}

export function tries({ now, ...rates }: AccountLimits = {}): Tries {
  const clock = now ? { now } : {};
  const limiter = (name: keyof typeof defaults) =>
    createLimiter({ rate: rates[name] ?? defaults[name], ...clock });
  const [accounts, callers, mails] = [limiter('account'), limiter('caller'), limiter('mail')];

  function take(by: typeof accounts, name: string | undefined): Wait | undefined {
    if (name === undefined) return undefined;
    const { granted, wait } = by.take(name);
    return granted ? undefined : { outcome: 'wait', seconds: wait };
  }

  return {
    compare: (pseudonym, caller) => take(callers, caller) ?? take(accounts, pseudonym),
    ask: (caller) => take(callers, caller),
    mail: (pseudonym, caller) => take(callers, caller) ?? take(mails, pseudonym),
  };
}
