import { LedgerError } from '../error.ts';
import { HASH_BYTES, hashesAt, TILE_WIDTH, type TileId } from '../tile/shape.ts';

/**
 * Where the tree's hashes are read from. `tile` answers the first `width` hashes (or more) of tile
 * `n` at `level`, 32 bytes each, side by side, or `undefined` when it has no such tile. It is asked
 * only for tiles that a tree of the size at hand has, each at most once in an operation. A store may
 * keep just the newest state of each tile and answer with it: a tile only ever grows at its end.
 * Synchronous, so that an operation sees one state of the store.
 */
export interface TileReader {
  tile(level: number, n: number, width: number): Uint8Array | undefined;
}

/** A tile together with its hashes, 32 bytes each, `width` of them side by side. */
export interface Tile extends TileId {
  readonly hashes: Uint8Array;
}

/**
 * The `width` hashes of one tile, checked for length: `AVOW_LEDGER_TILE_MISSING` or
 * `AVOW_LEDGER_TILE_MALFORMED`, each naming the tile as `level/n`.
 */
export function readTile(tiles: TileReader, { level, n, width }: TileId): Uint8Array {
  const hashes = tiles.tile(level, n, width);
  const where = `tile ${level}/${n}`;
  if (hashes === undefined) throw new LedgerError('AVOW_LEDGER_TILE_MISSING', where);
  const wellFormed = hashes.length % HASH_BYTES === 0 && hashes.length <= TILE_WIDTH * HASH_BYTES;
  if (!wellFormed || hashes.length < width * HASH_BYTES) {
    throw new LedgerError('AVOW_LEDGER_TILE_MALFORMED', where);
  }
  return hashes.subarray(0, width * HASH_BYTES);
}

/** The width that tile `n` of `level` has in a tree of `size` leaves: 0 when it has no such tile. */
export function widthIn(size: number, level: number, n: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - n * TILE_WIDTH));
}
