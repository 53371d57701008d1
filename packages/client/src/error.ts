/** Codes of the client itself. Every other code is the server's own: `/docs/errors` lists them. */
export type ClientCode =
  /** The server cannot be reached, or took too long. Of a write: nothing says whether it was done. */
  | 'AVOW_CLIENT_UNREACHABLE'
  /** Something answered that is no Avow server. */
  | 'AVOW_CLIENT_ANSWER'
  /** `createClient` was given something that cannot be used; `message` says what. */
  | 'AVOW_CLIENT_OPTIONS';

/** One thing wrong with a request: where (RFC 6901), and a stable word for what. Never what stood there. */
export interface FieldError {
  readonly pointer: string;
  readonly in?: 'body' | 'path' | 'query' | 'header';
  readonly code?: string;
}

/** What a fault tells beside its code. */
export interface FaultDetails {
  readonly status?: number;
  readonly title?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
}

/**
 * A fault: a request that could not be answered. What the policy decides is never one. It holds codes
 * and names of the interface, no value and no key, and carries no cause, so that it may be logged as it is.
 */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  /** Stable: `AVOW_NOT_FOUND`, `AVOW_ERASED`, `AVOW_CLIENT_UNREACHABLE`… */
  readonly code: string;
  /** The HTTP status; undefined where nothing was answered. */
  readonly status: number | undefined;
  /** What is wrong with the request, place by place. */
  readonly errors: readonly FieldError[];
  /** This occurrence, as the server's log has it. */
  readonly instance: string | undefined;

  constructor(
    code: ClientCode | (string & {}),
    { status, title, instance, errors = [] }: FaultDetails,
  ) {
    const places = errors.map(({ pointer }) => pointer).join(', ');
    super([code, title, places].filter((part) => part).join(': '));
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.instance = instance;
  }
}

/** Whether `problem` is a fault of the client or the server with one of these codes. */
export function isClientFault(
  problem: unknown,
  ...codes: readonly (ClientCode | (string & {}))[]
): problem is ClientError {
  return problem instanceof ClientError && (codes.length === 0 || codes.includes(problem.code));
}
