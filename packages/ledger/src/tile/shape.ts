/** Length in bytes of every hash in the tree: SHA-256. */
export const HASH_BYTES = 32;

/** Longest entry a bundle can carry, in bytes: its length is written as a uint16. */
export const LARGEST_ENTRY = 65_535;

/** Tree levels that one tile spans (C2SP tlog-tiles, "Merkle Tree"). */
export const TILE_HEIGHT = 8;

/** Hashes in a full tile, and entries in a full bundle: 2^8. */
export const TILE_WIDTH = 256;

/**
 * The place of a tile: `level` 0 holds leaf hashes and each level above the roots of full tiles
 * below; `n` counts tiles from the left; `width` is the number of hashes, 1 to 256, fewer than 256
 * only for the rightmost tile of a level.
 */
export interface TileId {
  readonly level: number;
  readonly n: number;
  readonly width: number;
}

/** How many hashes a tree of `size` leaves has at tile level `level`: floor(size / 256^level). */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}
