import { concatBytes } from '../bytes.ts';
import { isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { hashesAt, TILE_WIDTH } from '../tile/shape.ts';
import { checkHash, foldHashes, HASH_BYTES } from './hash.ts';
import { readTile, type Tile, type TileReader } from './reader.ts';
import { rootOf } from './root.ts';

/** A tree after an append: its new size and root, and every tile that changed, in its newest state. */
export interface Appended {
  readonly size: number;
  readonly root: Uint8Array;
  readonly tiles: readonly Tile[];
}

/**
 * Appends leaf hashes (32 bytes each, see `leafHash`) to a tree of `tree.size` leaves. Pure: reads
 * the unfinished tile of each level from `tiles` and answers what to store; nothing is stored here.
 * `tiles` in the answer replace what was kept under the same level and number. Throws
 * `AVOW_LEDGER_RANGE` when the tree would outgrow 2^53 − 1, `AVOW_LEDGER_HASH_MALFORMED` when a leaf
 * is not a hash, and the tile errors of `rootOf`.
 */
export function append(
  tree: { readonly size: number },
  tiles: TileReader,
  leaves: readonly Uint8Array[],
): Appended {
  const size = tree.size + leaves.length;
  if (!isCount(tree.size) || !isCount(size)) throw new LedgerError('AVOW_LEDGER_RANGE', 'size');
  const changed = growLevels(tree.size, tiles, joinLeaves(leaves));
  return { size, root: rootOf(size, overlay(changed, tiles)), tiles: changed };
}

function joinLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(leaves.length * HASH_BYTES);
  for (const [i, leaf] of leaves.entries()) {
    joined.set(checkHash(leaf, `leaf ${i}`), i * HASH_BYTES);
  }
  return joined;
}

function growLevels(oldSize: number, tiles: TileReader, leaves: Uint8Array): Tile[] {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level++) {
    const grown = growLevel(level, hashesAt(level, oldSize), tiles, added);
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

function overlay(changed: readonly Tile[], below: TileReader): TileReader {
  const byPlace = new Map(changed.map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
  return {
    tile: (level, n, width) => byPlace.get(`${level}/${n}`) ?? below.tile(level, n, width),
  };
}
