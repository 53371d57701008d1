import { DatabaseError } from 'pg';
import { type FaultCode, isFault, VaultError } from '../fault.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const DIVISION_BY_ZERO = '22012';
const UNIQUE_VIOLATION = '23505';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const LIMIT_EXCEEDED = '54000';
const TOO_MANY_CONNECTIONS = '53300';
export const LOCK_NOT_AVAILABLE = '55P03';
const CANNOT_CONNECT_NOW = '57P03';
export const UNDEFINED_TABLE = '42P01';

/** The connection went away before COMMIT was sent: nothing was kept, for certain. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * The server itself refused a statement, so what follows it in the transaction was not carried out.
 */
export function isServersWord(problem: unknown): problem is DatabaseError {
  return problem instanceof DatabaseError;
}

/** The SQLSTATE of what the server said, if it was the server. */
export function sqlState(problem: unknown): string | undefined {
  return isServersWord(problem) ? problem.code : undefined;
}

/** Whether a row was not as expected: changed, gone, or there already. */
export function isConflict(problem: unknown): boolean {
  const code = sqlState(problem);
  return code === DIVISION_BY_ZERO || code === UNIQUE_VIOLATION;
}

/**
 * Whether a unit of which nothing was kept may do better at once: it met another's locks in a bad
 * order, or its connection was a dead one.
 */
export function isPassing(problem: unknown): boolean {
  if (problem instanceof ConnectionLost) return true;
  if (!isServersWord(problem)) return false;
  // FATAL ends the connection: the server is being restarted, or we were silent for too long.
  if (problem.severity === 'FATAL') return true;
  return problem.code === SERIALIZATION_FAILURE || problem.code === DEADLOCK_DETECTED;
}

/**
 * What the driver or the server says, as a fault. Only the code goes along: the server's messages
 * and details hold values.
 */
export function asFault(problem: unknown): VaultError {
  if (isFault(problem)) return problem;
  const code = (problem as { code?: unknown } | null)?.code;
  const cause = new Error(typeof code === 'string' ? code : 'the connection was lost');
  const fault = (kind: FaultCode, message: string, more = {}) =>
    new VaultError(kind, message, { cause, ...more });
  switch (code) {
    case DIVISION_BY_ZERO:
    case UNIQUE_VIOLATION:
      return fault('AVOW_CONFLICT', 'a row has changed, or is there already');
    case LIMIT_EXCEEDED:
      return fault('AVOW_TOO_LARGE', 'more than a row or an index may hold');
    case LOCK_NOT_AVAILABLE:
    case TOO_MANY_CONNECTIONS:
    case CANNOT_CONNECT_NOW:
      return fault('AVOW_BUSY', 'the server has no place for this now', { retryAfter: 1 });
    default:
      return fault('AVOW_STORE', 'the server failed or cannot be reached; nothing was kept');
  }
}
