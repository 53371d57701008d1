import { TILE_WIDTH } from '@avow/ledger';
import type { Vault } from '@avow/vault';
import { type Leaf, leafFrom } from '../history/leaf.ts';

/** Servers of one deployment integrate each other's entries: near the turn of a month they stand mixed. */
const MIXED = 4;

/** An entry of the tree: its number there, counted from 0, its body, and what that says. */
export interface Placed {
  readonly index: number;
  readonly body: Uint8Array;
  readonly leaf: Leaf;
}

/** The entries from one number on to before another, which lie in one bundle. */
export async function entriesIn(vault: Vault, from: number, to: number): Promise<Placed[]> {
  const n = Math.floor(from / TILE_WIDTH);
  const start = n * TILE_WIDTH;
  const bodies = (await vault.entries(n, to - start)) ?? [];
  return bodies
    .map((body, at) => ({ index: start + at, body }))
    .slice(from - start)
    .map((placed) => ({ ...placed, leaf: leafFrom(placed.body) }));
}

/** Where the bundle of the entry before this number begins, and where that of the entry at it ends. */
export const bundleBefore = (index: number): number =>
  Math.floor((index - 1) / TILE_WIDTH) * TILE_WIDTH;
export const bundleEnd = (index: number, size: number): number =>
  Math.min(size, (Math.floor(index / TILE_WIDTH) + 1) * TILE_WIDTH);

/** C2SP tlog-checkpoint: the second line is the size of the tree. */
export const sizeOf = async (vault: Vault): Promise<number> =>
  Number((await vault.checkpoint()).split('\n')[1]);

/** An entry from which on all those of a month are; found by halves, since entries rise with time. */
export async function beginningOf(vault: Vault, month: string, size: number): Promise<number> {
  return Math.max(0, (await firstOf(vault, month, size)) - 1 - MIXED) * TILE_WIDTH;
}

/** An entry before which all those of a month are. */
export async function endOf(vault: Vault, month: string, size: number): Promise<number> {
  // After `2026-01` there is no hour of January any more that is not less than `2026-01~`.
  return Math.min(size, ((await firstOf(vault, `${month}~`, size)) + MIXED) * TILE_WIDTH);
}

/** The first bundle whose first entry is of this month or later. */
async function firstOf(vault: Vault, month: string, size: number): Promise<number> {
  let [low, high] = [0, Math.ceil(size / TILE_WIDTH)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [first] = (await vault.entries(middle, 1)) ?? [];
    if (first !== undefined && leafFrom(first).hour < month) low = middle + 1;
    else high = middle;
  }
  return low;
}
