import { isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import type { TileReader } from './reader.ts';
import { rangeHashes, splitPoint } from './subtrees.ts';

/**
 * The proof that leaf `index` (from 0) is in the tree of `size` leaves: the hashes beside its path,
 * from the leaf's sibling up to a child of the root; PATH(index, D[0:size]) of RFC 6962 §2.1.1.
 * Throws `AVOW_LEDGER_RANGE` unless 0 ≤ index < size, and the tile errors of `rootOf`.
 */
export function inclusionProof(index: number, size: number, tiles: TileReader): Uint8Array[] {
  if (!isCount(size)) throw new LedgerError('AVOW_LEDGER_RANGE', 'size');
  if (!isCount(index) || index >= size) throw new LedgerError('AVOW_LEDGER_RANGE', 'index');
  const hash = rangeHashes(size, tiles);

  function path(start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const middle = start + splitPoint(end - start);
    return index < middle
      ? [...path(start, middle), hash(middle, end)]
      : [...path(middle, end), hash(start, middle)];
  }

  return path(0, size);
}
