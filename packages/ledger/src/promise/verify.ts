import { LedgerError } from '../error.ts';
import { parseVkey } from '../note/verifier-key.ts';
import { verifyNote } from '../note/verify.ts';
import { type InclusionPromise, parsePromise } from './text.ts';

/**
 * The promise that a signed note holds, once the note is verified with `vkey` and its origin is the
 * key's name. Throws what `verifyNote` and `parsePromise` throw, and `AVOW_LEDGER_ORIGIN_WRONG`. Which
 * entry it speaks of is for the caller to compare: `leafHash(body)` with `leaf`.
 */
export function verifyPromise(note: string, vkey: string): InclusionPromise {
  const promise = parsePromise(verifyNote(note, vkey));
  if (promise.origin !== parseVkey(vkey).name) {
    throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'line 2, origin');
  }
  return promise;
}
