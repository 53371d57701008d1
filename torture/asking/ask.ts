import { randomUUID } from 'node:crypto';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What is asked of a server. */
export interface Request {
  readonly method: Method;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The Idempotency-Key, of whatever can be asked again. */
  readonly once?: string;
}

/** An answer's body, of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: the book compares what it is told, whatever it is
export type Told = any;

/** What became of a request, as far as whoever asked can say. */
export type Outcome =
  /** Done and promised. `isReplayed`: it had been done when it was first asked. */
  | { readonly kind: 'done'; readonly told: Told; readonly isReplayed: boolean }
  /** Turned away for what it asked (4xx). */
  | { readonly kind: 'turned away'; readonly status: number; readonly code: string }
  /** It could not be done, and the server says that nothing of it was. */
  | { readonly kind: 'not done'; readonly code: string }
  /** It may have been done or not: the server says so, or went away before it said anything. */
  | { readonly kind: 'uncertain'; readonly code: string };

/** Codes by which a server says that nothing was done. */
const NOTHING_DONE = [
  'AVOW_BUSY',
  'AVOW_CLOCK',
  'AVOW_CLOSED',
  'AVOW_STOPPING',
  'AVOW_STORE',
  'AVOW_UNSETTLED',
];

/** No server took the request. */
export const NOBODY_THERE = 'nobody there';

/** Reasons for not knowing. Any other says nothing of what was done, and is itself a fault. */
export const honest = ['cut off', 'AVOW_UNCERTAIN', 'AVOW_UNFINISHED'];

/** Longer than any server may take to say yes, no or perhaps: milliseconds. */
const PATIENCE = 60_000;

/**
 * Thrown where no answer came at all, or none that says yes or no: a server that hangs. It says all that
 * was found; what would be read after it is nothing to go by.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export function newOnce(): string {
  return randomUUID();
}

/** Asks a server once. Never rejects for what the server does, except by `NoAnswer`. */
export async function ask(url: string, key: string, request: Request): Promise<Outcome> {
  const { method, path, body, once } = request;
  let status: number;
  let text: string;
  let isReplayed: boolean;
  try {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(once !== undefined && { 'idempotency-key': once }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    status = response.status;
    isReplayed = response.headers.get('idempotency-replayed') === 'true';
    text = await response.text();
  } catch (problem) {
    return cutOff(problem, request);
  }
  return outcomeOf(status, text, isReplayed);
}

function cutOff(problem: unknown, { method, path }: Request): Outcome {
  const { name, cause } = problem as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError') throw new NoAnswer(`${method} ${path}: no answer in a minute`);
  if (cause?.code === 'ECONNREFUSED') return { kind: 'not done', code: NOBODY_THERE };
  return { kind: 'uncertain', code: 'cut off' };
}

function outcomeOf(status: number, text: string, isReplayed: boolean): Outcome {
  if (status < 300) {
    const isJson = text.startsWith('{');
    return { kind: 'done', told: isJson ? JSON.parse(text) : text, isReplayed };
  }
  const code = codeIn(text);
  if (status < 500) return { kind: 'turned away', status, code };
  return { kind: NOTHING_DONE.includes(code) ? 'not done' : 'uncertain', code };
}

function codeIn(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: unknown }).code);
  } catch {
    return 'no code';
  }
}
