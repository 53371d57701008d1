import { ClientError, type FaultDetails } from '../error.ts';

/** How requests go out. */
export interface Sending {
  readonly server: URL;
  readonly key: string;
  readonly fetch: typeof fetch;
  /** Milliseconds until an answer is given up. */
  readonly timeout: number;
  readonly wait: (ms: number) => Promise<void>;
}

/** A request, ready to go. */
interface Outgoing {
  readonly path: string;
  readonly init: RequestInit & { readonly headers: Readonly<Record<string, string>> };
  /** Whether it may be sent again though it may have been carried out: it reads, or has its Idempotency-Key. */
  readonly isRepeatable: boolean;
}

/** Times that a request is sent again, and the longest that is waited for it, in milliseconds. */
const AGAIN = 2;
const LONGEST_WAIT = 30_000;

/** Codes by which the server says that nothing was done: whatever it was, it may be sent again. */
const nothingDone = new Set([
  'AVOW_RATE_LIMITED',
  'AVOW_BUSY',
  'AVOW_STOPPING',
  'AVOW_CLOSED',
  'AVOW_UNSETTLED',
]);

/**
 * Sends a request, and again at most twice, where that cannot do anything twice: the server said that
 * nothing was done, or the request reads, or it is a write under the same Idempotency-Key. Rejects with
 * `ClientError`; resolves to the body.
 */
export async function send(sending: Sending, request: Outgoing): Promise<unknown> {
  for (let again = 0; ; again += 1) {
    const outcome = await attempt(sending, request);
    if ('body' in outcome) return outcome.body;
    const { fault, after } = outcome;
    const mayRepeat = nothingDone.has(fault.code) || (request.isRepeatable && isPassing(fault));
    const wait = after ?? 250 * 2 ** again;
    if (!mayRepeat || again === AGAIN || wait > LONGEST_WAIT) throw fault;
    await sending.wait(wait);
  }
}

/** What may be over when it is asked again: the way there, a gateway, a server that starts. */
const isPassing = ({ status }: ClientError) =>
  status === undefined || status === 502 || status === 503 || status === 504;

type Outcome =
  | { readonly body: unknown }
  | { readonly fault: ClientError; readonly after: number | undefined };

async function attempt(sending: Sending, { path, init }: Outgoing): Promise<Outcome> {
  const { server, key, fetch, timeout } = sending;
  try {
    const response = await fetch(new URL(path, server), {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${key}`, accept: 'application/json' },
      // Nobody is followed to another place with a key, and nothing is kept on the way.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
    const body = jsonIn(await response.text());
    if (response.ok && body !== undefined) return { body };
    return { fault: faultOf(response.status, body), after: retryAfterOf(response) };
  } catch {
    // What fetch throws may name parts of the request; only that it failed is passed on, and what was asked.
    const title = `${server.origin} cannot be reached, or took too long`;
    return { fault: new ClientError('AVOW_CLIENT_UNREACHABLE', { title }), after: undefined };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A problem as RFC 9457 writes it, if it is one of an Avow server. */
function faultOf(status: number, body: unknown): ClientError {
  const { code, ...problem } = (body ?? {}) as FaultDetails & { readonly code?: unknown };
  if (typeof code === 'string' && /^AVOW_[A-Z_]{1,60}$/.test(code)) {
    return new ClientError(code, { ...problem, status });
  }
  return new ClientError('AVOW_CLIENT_ANSWER', {
    status,
    title: `something answered ${status} that is no Avow server`,
  });
}

/** RFC 9110 §10.2.3: seconds. The server writes no dates there. */
function retryAfterOf({ headers }: Response): number | undefined {
  const said = headers.get('retry-after');
  return said !== null && /^\d{1,6}$/.test(said) ? Number(said) * 1000 : undefined;
}
