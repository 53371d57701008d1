import { concatBytes } from '../bytes.ts';
import { HASH_BYTES, hashesAt, TILE_WIDTH } from '../tile/shape.ts';
import { foldHashes } from './hash.ts';
import { readTile, type Tile, type TileReader } from './reader.ts';

/**
 * The tiles that change, in their newest state, when `leaves` (32-byte hashes side by side) follow
 * the first `size` leaves; level by level from 0. Reads the unfinished tile of each level it grows.
 */
export function growTiles(size: number, tiles: TileReader, leaves: Uint8Array): Tile[] {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level++) {
    const grown = growLevel(level, hashesAt(level, size), tiles, added);
    changed.push(...grown);
    // Each tile that has just become full is one hash of the level above.
    const full = grown.filter((tile) => tile.width === TILE_WIDTH);
    added = concatBytes(...full.map((tile) => foldHashes(tile.hashes)));
  }
  return changed;
}

function growLevel(level: number, count: number, tiles: TileReader, added: Uint8Array): Tile[] {
  const grown: Tile[] = [];
  let n = Math.floor(count / TILE_WIDTH);
  let offset = 0;
  while (offset < added.length) {
    const width = Math.max(0, count - n * TILE_WIDTH);
    const begun = width > 0 ? readTile(tiles, { level, n, width }) : new Uint8Array(0);
    const taken = added.subarray(offset, offset + (TILE_WIDTH - width) * HASH_BYTES);
    const hashes = concatBytes(begun, taken);
    grown.push({ level, n, width: hashes.length / HASH_BYTES, hashes });
    offset += taken.length;
    n += 1;
  }
  return grown;
}
