import { type Clock, type Started, startedNow } from '../clock.ts';
import { PartnerError } from '../error.ts';
import { type Wire, wireOf } from './shape.ts';

/** How requests go out. */
export interface Sending {
  /** `https://…`, or `http://` on this machine; an origin, without a path. */
  readonly server: URL;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Milliseconds until an answer is given up. */
  readonly timeout: number;
}

/** An answer that was well, and when it was asked for. */
export interface Answer {
  readonly body: Wire;
  /** On this machine's clocks, before the request left. */
  readonly started: Started;
  /** What the platform's clock said, to the second, where the answer tells. */
  readonly date: number | undefined;
}

/** Times that a request is sent again, and the longest that is waited for it, in seconds. */
const AGAIN = 2;
const LONGEST_WAIT = 30;

/**
 * Sends a request. One that is answered by 503 with `Retry-After` was not carried out, and is sent again
 * when that says, at most twice; nothing else is. Everything that is not well is a `PartnerError`. A request
 * that may be sent but once is given as what makes it anew.
 */
export async function send(
  { server, clock, fetch, timeout }: Sending,
  path: string,
  request: RequestInit | (() => Promise<RequestInit>),
): Promise<Answer> {
  for (let again = 0; ; again += 1) {
    const init = typeof request === 'function' ? await request() : request;
    const started = startedNow(clock);
    const response = await reached(() =>
      fetch(new URL(path, server), {
        ...init,
        // Nobody is followed to another place with a token, and nothing is kept on the way.
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeout),
      }),
    );
    const body = await bodyOf(response);
    if (response.ok) return { body: wireOf(body, 'body'), started, date: dateOf(response) };
    const retryAfter = retryAfterOf(response, clock);
    const isWaiting = response.status === 503 && retryAfter !== undefined;
    if (!isWaiting || again === AGAIN || retryAfter > LONGEST_WAIT) {
      throw faultOf(response.status, body, retryAfter);
    }
    await clock.wait(retryAfter * 1000);
  }
}

/** What fetch throws may name addresses and parts of the request; only that it failed is passed on. */
async function reached<Value>(attempt: () => Promise<Value>): Promise<Value> {
  try {
    return await attempt();
  } catch {
    throw new PartnerError('AVOW_PARTNER_UNREACHABLE');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const said = await reached(() => response.text());
  try {
    return JSON.parse(said);
  } catch {
    if (response.ok) throw new PartnerError('AVOW_PARTNER_ANSWER', { where: 'body' });
    return undefined;
  }
}

function faultOf(status: number, body: unknown, retryAfter: number | undefined): PartnerError {
  const problem = problemIn(body);
  const details = { ...(problem && { problem }), ...(retryAfter !== undefined && { retryAfter }) };
  if (status === 401 || status === 403) return new PartnerError('AVOW_PARTNER_ACCESS', details);
  if (status === 503) return new PartnerError('AVOW_PARTNER_BUSY', details);
  if (problem === undefined)
    return new PartnerError('AVOW_PARTNER_ANSWER', { where: `status ${status}` });
  return new PartnerError('AVOW_PARTNER_PROBLEM', details);
}

/** The code of an RFC 9457 problem, or OAuth's (RFC 6749 §5.2), if it looks like one. */
function problemIn(body: unknown): string | undefined {
  const { code, error } = (typeof body === 'object' && body !== null ? body : {}) as Wire;
  const said = code ?? error;
  return typeof said === 'string' && /^[A-Za-z_]{1,64}$/.test(said) ? said : undefined;
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function retryAfterOf({ headers }: Response, clock: Clock): number | undefined {
  const said = headers.get('retry-after');
  if (said === null) return undefined;
  if (/^\d{1,9}$/.test(said)) return Number(said);
  const at = Date.parse(said);
  if (!Number.isFinite(at)) return undefined;
  const now = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((at - (Number.isFinite(now) ? now : clock.now())) / 1000));
}

/** RFC 9110 §6.6.1. A page of another origin cannot see it unless the server lets it. */
function dateOf({ headers }: Response): number | undefined {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(at) ? at : undefined;
}
