import { isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import type { TileReader } from './reader.ts';
import { rangeHashes, splitPoint } from './subtrees.ts';

/**
 * The proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves:
 * PROOF(older, D[0:newer]) of RFC 6962 §2.1.2. Empty when the sizes are equal, and when `older` is 0,
 * since every tree begins with the empty one. Throws `AVOW_LEDGER_RANGE` unless
 * 0 ≤ older ≤ newer, and the tile errors of `rootOf`.
 */
export function consistencyProof(older: number, newer: number, tiles: TileReader): Uint8Array[] {
  if (!isCount(newer)) throw new LedgerError('AVOW_LEDGER_RANGE', 'newer size');
  if (!isCount(older) || older > newer) throw new LedgerError('AVOW_LEDGER_RANGE', 'older size');
  if (older === 0) return [];
  const hash = rangeHashes(newer, tiles);

  /**
   * SUBPROOF of §2.1.2: `known` is its flag b, true while the verifier has the hash of [start,
   * older).
   */
  function subproof(start: number, end: number, known: boolean): Uint8Array[] {
    if (older === end) return known ? [] : [hash(start, end)];
    const middle = start + splitPoint(end - start);
    return older <= middle
      ? [...subproof(start, middle, known), hash(middle, end)]
      : [...subproof(middle, end, false), hash(start, middle)];
  }

  return subproof(0, newer, true);
}
