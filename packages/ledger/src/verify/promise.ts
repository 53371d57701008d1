import { equalBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { parsePromise } from '../promise/text.ts';
import { type Entry, leafOf } from './entry.ts';
import { importVkey, openNote } from './note.ts';
import { asOutcome, type Outcome } from './outcome.ts';

/** What a log has promised; times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Promised {
  readonly origin: string;
  readonly promisedAt: number;
  readonly integratedBy: number;
}

/**
 * Checks a promise of inclusion: that the log whose key is `vkey` signed, in its own name, that it
 * would integrate this entry. Takes the signed note and the entry's body, or its leaf hash.
 */
export function verifyPromise(
  promise: { readonly note: string; readonly vkey: string } & Entry,
): Promise<Outcome<Promised>> {
  return asOutcome(async () => {
    const key = await importVkey(promise.vkey);
    const { origin, leaf, promisedAt, integratedBy } = parsePromise(
      await openNote(promise.note, key),
    );
    if (origin !== key.name) throw new LedgerError('AVOW_LEDGER_ORIGIN_WRONG', 'line 2, origin');
    if (!equalBytes(leaf, await leafOf(promise))) {
      throw new LedgerError('AVOW_LEDGER_LEAF_WRONG', 'line 3, leaf');
    }
    return { origin, promisedAt, integratedBy };
  });
}
