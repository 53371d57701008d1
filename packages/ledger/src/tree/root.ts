import { isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { EMPTY_ROOT } from './hash.ts';
import type { TileReader } from './reader.ts';
import { rangeHashes } from './subtrees.ts';

/**
 * The root of the tree over the first `size` leaves, 32 bytes: MTH(D[0:size]) of RFC 6962 §2.1.
 * Throws `AVOW_LEDGER_RANGE`, `AVOW_LEDGER_TILE_MISSING` or `AVOW_LEDGER_TILE_MALFORMED`.
 */
export function rootOf(size: number, tiles: TileReader): Uint8Array {
  if (!isCount(size)) throw new LedgerError('AVOW_LEDGER_RANGE', 'size');
  return size === 0 ? EMPTY_ROOT.slice() : rangeHashes(size, tiles)(0, size);
}
