import { equalBytes } from '../bytes.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES, hashesAt, TILE_WIDTH } from '../tile/shape.ts';
import { foldHashes } from '../tree/hash.ts';
import { readTile, type Tile, type TileReader, widthIn } from '../tree/reader.ts';
import { rootOf } from '../tree/root.ts';

/** How a stored tile differs from the one that the entries give, and at which of its hashes first. */
export interface TileDifference {
  readonly problem: 'missing' | 'malformed' | 'altered';
  readonly level: number;
  readonly n: number;
  readonly position: number;
}

/** Compares a stored tile with the expected one, hash by hash; `undefined` when they agree. */
export function compareTile(expected: Tile, tiles: TileReader): TileDifference | undefined {
  const { level, n, width } = expected;
  let stored: Uint8Array;
  try {
    stored = readTile(tiles, expected);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const problem = error.code === 'AVOW_LEDGER_TILE_MISSING' ? 'missing' : 'malformed';
    return { problem, level, n, position: 0 };
  }
  for (let position = 0; position < width; position++) {
    if (!equalBytes(hashAt(stored, position), hashAt(expected.hashes, position))) {
      return { problem: 'altered', level, n, position };
    }
  }
  return undefined;
}

/** Whether the stored tiles, each computed from those below it, lead to the root of `size` leaves. */
export function leadToRoot(tiles: TileReader, size: number, root: Uint8Array): boolean {
  try {
    for (let level = 0; hashesAt(level + 1, size) > 0; level++) {
      for (let n = 0; n < hashesAt(level + 1, size); n++) {
        const above = Math.floor(n / TILE_WIDTH);
        const width = widthIn(size, level + 1, above);
        const upper = readTile(tiles, { level: level + 1, n: above, width });
        const folded = foldHashes(readTile(tiles, { level, n, width: TILE_WIDTH }));
        if (!equalBytes(folded, hashAt(upper, n - above * TILE_WIDTH))) return false;
      }
    }
    return equalBytes(rootOf(size, tiles), root);
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

/** At which index a leaf hash stands in the stored tree of `size` leaves, or `undefined`. */
export function findLeaf(tiles: TileReader, size: number, leaf: Uint8Array): number | undefined {
  for (let n = 0; n * TILE_WIDTH < size; n++) {
    const width = widthIn(size, 0, n);
    const hashes = readTile(tiles, { level: 0, n, width });
    for (let position = 0; position < width; position++) {
      if (equalBytes(hashAt(hashes, position), leaf)) return n * TILE_WIDTH + position;
    }
  }
  return undefined;
}

/** One hash of a tile. */
export function hashAt(hashes: Uint8Array, position: number): Uint8Array {
  return hashes.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES);
}
