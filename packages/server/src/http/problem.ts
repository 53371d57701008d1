import { type Code, catalogue, isCode } from './catalogue.ts';
import { type FieldError, HttpFault } from './fault.ts';

/** A problem as RFC 9457 writes it. */
export interface Problem {
  /** Where the reference explains the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: Code;
  readonly detail: string;
  /** This occurrence: `urn:uuid:` and the request's id, as the log has it. */
  readonly instance: string;
  readonly errors?: readonly FieldError[];
}

/** Turns whatever was thrown into the problem that the caller gets. Unknown faults tell nothing. */
export function problemOf(thrown: unknown, request: string): Response {
  const code = codeOf(thrown);
  const { status, title, about } = catalogue[code];
  const errors = errorsOf(thrown);
  const body: Problem = {
    type: `/docs/errors#${code}`,
    title,
    status,
    code,
    detail: about,
    instance: `urn:uuid:${request}`,
    ...(thrown instanceof HttpFault && thrown.about),
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headersOf(thrown, status) },
  });
}

/** The code of a fault: its own where it is one of ours, else `AVOW_INTERNAL`. */
export function codeOf(thrown: unknown): Code {
  const code = (thrown as { code?: unknown } | undefined)?.code;
  return thrown instanceof Error && isCode(code) ? code : 'AVOW_INTERNAL';
}

/** The library names an argument as `fields.contact.phone`; only the first dot parts two names. */
function errorsOf(thrown: unknown): readonly FieldError[] {
  if (thrown instanceof HttpFault) return thrown.errors;
  const field = (thrown as { field?: unknown } | undefined)?.field;
  if (typeof field !== 'string') return [];
  return [{ pointer: `/${field.replace(/\[(\d+)\]/, '/$1').replace('.', '/')}` }];
}

function headersOf(thrown: unknown, status: number): Record<string, string> {
  if (thrown instanceof HttpFault) return { ...thrown.headers };
  if (status !== 503) return {};
  const after = (thrown as { retryAfter?: unknown }).retryAfter;
  return { 'retry-after': String(typeof after === 'number' ? Math.max(1, Math.ceil(after)) : 1) };
}
