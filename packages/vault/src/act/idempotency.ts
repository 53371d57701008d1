import type { KeyObject } from 'node:crypto';
import { VaultError } from '../fault.ts';
import type { EntryId } from '../id.ts';
import { blindDigest } from '../index/blind-index.ts';
import type { Change, Lock, Read } from '../port/store.ts';
import type { Stored } from '../tables.ts';

/** How long outcomes are kept: 7 days, in milliseconds. */
export const KEPT_FOR = 7 * 24 * 3_600_000;

/** A request that may come again. */
export interface Request {
  readonly digest: Uint8Array;
  readonly fingerprint: Uint8Array;
}

/** What a retry gets. */
export interface Recalled {
  readonly outcome: string;
  readonly entries: readonly EntryId[];
}

/**
 * The request as it is kept: its key only as a keyed hash, for a client may put anything into it.
 */
export function requestOf(
  indexKey: KeyObject,
  { key, fingerprint }: { readonly key: string; readonly fingerprint: Uint8Array },
): Request {
  return { digest: blindDigest(indexKey, 'avow/request', key), fingerprint };
}

export function lockRequest({ digest }: Request): Lock {
  const id = `request ${Buffer.from(digest).toString('base64url')}`;
  return { on: 'log', id, mode: 'exclusive' };
}

export function readRequest({ digest }: Request): Read {
  return { table: 'request', by: 'key', equals: [digest], limit: 1 };
}

/**
 * What this request came to when it came before. Throws `AVOW_IDEMPOTENCY_MISMATCH` if that was
 * another request.
 */
export function recall(
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
