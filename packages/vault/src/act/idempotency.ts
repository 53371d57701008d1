import { VaultError } from '../fault.ts';
import type { EntryId } from '../id.ts';
import type { IndexKeys } from '../keys/index-keys.ts';
import type { Change, Lock, Read } from '../port/store.ts';
import type { Stored } from '../tables.ts';

/** How long outcomes are kept: 7 days, in milliseconds. */
export const KEPT_FOR = 7 * 24 * 3_600_000;

/** A request that may come again, as its caller has it: its key, and all that it says. */
export interface Said {
  readonly key: string;
  readonly says: string;
}

/** The same as it is kept: keyed hashes, for a client may put anything into either. */
export interface Request {
  readonly digest: Uint8Array;
  readonly fingerprint: Uint8Array;
}

/** What a retry gets. */
interface Recalled {
  readonly outcome: string;
  readonly entries: readonly EntryId[];
}

/**
 * The request as it may have been kept: under each key of the indexes, the one that it is kept under
 * now first.
 */
export function requestsOf(keys: IndexKeys, { key, says }: Said): readonly Request[] {
  const digests = keys.digests('avow/request', key);
  const fingerprints = keys.digests('avow/fingerprint', says);
  return digests.map((digest, at) => ({ digest, fingerprint: fingerprints[at]! })).reverse();
}

/** Had alone: the same request that comes twice at once waits for itself. */
export function lockRequest({ digest }: Request): Lock {
  const id = `request ${Buffer.from(digest).toString('base64url')}`;
  return { on: 'log', id, mode: 'exclusive' };
}

/** The read of what the request came to, if it came before. */
export function readRequest({ digest }: Request): Read {
  return { table: 'request', by: 'key', equals: [digest], limit: 1 };
}

/** {@link recall}, under whichever key it was kept. */
export function recallAny(
  requests: readonly Request[],
  rows: readonly (Stored<'request'> | undefined)[],
  now: number,
): Recalled | undefined {
  for (const [at, request] of requests.entries()) {
    const recalled = recall(request, rows[at], now);
    if (recalled !== undefined) return recalled;
  }
  return undefined;
}

/**
 * What this request came to when it came before. Throws `AVOW_IDEMPOTENCY_MISMATCH` if that was
 * another request.
 */
function recall(
  request: Request,
  row: Stored<'request'> | undefined,
  now: number,
): Recalled | undefined {
  if (row === undefined || row.expires <= now) return undefined;
  if (Buffer.compare(row.fingerprint, request.fingerprint) !== 0) {
    throw new VaultError(
      'AVOW_IDEMPOTENCY_MISMATCH',
      'this idempotency key was used for another request',
    );
  }
  return JSON.parse(row.outcome) as Recalled;
}

/** Keeps the outcome, in place of one whose time is over. */
export function remember(
  request: Request,
  before: Stored<'request'> | undefined,
  recalled: Recalled,
  now: number,
): Change {
  const after = {
    digest: request.digest,
    fingerprint: request.fingerprint,
    outcome: JSON.stringify(recalled),
    at: now,
    expires: now + KEPT_FOR,
  };
  return before === undefined ? { table: 'request', after } : { table: 'request', before, after };
}
