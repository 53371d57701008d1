import { LedgerError } from '../error.ts';
import type { NoteSigner } from '../note/sign.ts';
import { formatPromise, type InclusionPromise } from './text.ts';

/**
 * A promise as a signed note. The signer's name must be the promise's origin, else
 * `AVOW_LEDGER_ORIGIN_WRONG`. Sign only what is already durable: whoever holds the note can show
 * that it was not kept.
 */
export function signPromise(promise: InclusionPromise, signer: NoteSigner): string {
  if (promise.origin !== signer.name) throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'origin');
  return signer.sign(formatPromise(promise));
}
