import { isCount } from '../decimal.ts';
import { LedgerError } from '../error.ts';
import { HASH_BYTES } from '../tile/shape.ts';
import { growTiles } from './grow.ts';
import { checkHash } from './hash.ts';
import type { Tile, TileReader } from './reader.ts';
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
  const changed = growTiles(tree.size, tiles, joinLeaves(leaves));
  return { size, root: rootOf(size, overlay(changed, tiles)), tiles: changed };
}

function joinLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(leaves.length * HASH_BYTES);
  for (const [i, leaf] of leaves.entries()) {
    joined.set(checkHash(leaf, `leaf ${i}`), i * HASH_BYTES);
  }
  return joined;
}

/** The tiles as they will be once the changed ones are stored. */
function overlay(changed: readonly Tile[], below: TileReader): TileReader {
  const byPlace = new Map(changed.map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
  return {
    tile: (level, n, width) => byPlace.get(`${level}/${n}`) ?? below.tile(level, n, width),
  };
}
