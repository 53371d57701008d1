import { HASH_BYTES, TILE_HEIGHT, TILE_WIDTH } from '../tile/shape.ts';
import { foldHashes, nodeHash } from './hash.ts';
import { readTile, type TileReader, widthIn } from './reader.ts';

/** Answers the Merkle tree hash over the leaves from `start` up to, not including, `end`. */
type RangeHash = (start: number, end: number) => Uint8Array;

/**
 * MTH(D[start:end]) of RFC 6962 §2.1 for a tree of `size` leaves, read from its tiles. Takes the
 * ranges that the recursions of §2.1 meet: those that arise by splitting `[0, size)` again and
 * again at `splitPoint`. Each tile is read once.
 */
export function rangeHashes(size: number, tiles: TileReader): RangeHash {
  const seen = new Map<string, Uint8Array>();

  function tile(level: number, n: number): Uint8Array {
    const key = `${level}/${n}`;
    const hashes = seen.get(key) ?? readTile(tiles, { level, n, width: widthIn(size, level, n) });
    seen.set(key, hashes);
    return hashes;
  }

  /** A range of 2^height leaves lies whole inside one tile, as 2^(height mod 8) of its hashes. */
  function complete(start: number, height: number): Uint8Array {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = start / TILE_WIDTH ** level;
    const n = Math.floor(first / TILE_WIDTH);
    const offset = (first - n * TILE_WIDTH) * HASH_BYTES;
    return foldHashes(tile(level, n).subarray(offset, offset + count * HASH_BYTES));
  }

  function range(start: number, end: number): Uint8Array {
    const count = end - start;
    const half = splitPoint(count);
    if (half * 2 === count || count === 1) return complete(start, Math.round(Math.log2(count)));
    return nodeHash(range(start, start + half), range(start + half, end));
  }

  return range;
}

/** The largest power of two smaller than `count` (RFC 6962 §2.1, its `k`); 1 when `count` is 1. */
export function splitPoint(count: number): number {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
}
