import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../tile/shape.ts';
import { leafHash } from './hash.ts';

/**
 * The entry a check is about: its `body`, or its 32-byte `leaf` hash where the body is not at hand.
 */
export type Entry =
  | { readonly body: Uint8Array; readonly leaf?: never }
  | { readonly leaf: Uint8Array; readonly body?: never };

/**
 * The leaf hash of an entry. Rejects with `AVOW_LEDGER_HASH_MALFORMED` for a leaf of another
 * length.
 */
export async function leafOf(entry: Entry): Promise<Uint8Array> {
  if (entry.body !== undefined) return leafHash(entry.body);
  if (entry.leaf.length !== HASH_BYTES) throw new LedgerError('AVOW_LEDGER_HASH_MALFORMED', 'leaf');
  return entry.leaf;
}
