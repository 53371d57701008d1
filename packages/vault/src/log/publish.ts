import { HASH_BYTES, TILE_WIDTH } from '@avow/ledger';
import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { readTile } from './tiles.ts';

/**
 * A tile as the log publishes it: its first `width` hashes. Undefined if the tree has not so many
 * there.
 */
export async function publishedTile(
  store: Reader,
  level: number,
  n: number,
  width: number,
): Promise<Uint8Array | undefined> {
  const [rows] = await store.read([readTile(level, n)]);
  const row = rows?.[0] as Stored<'tile'> | undefined;
  if (row === undefined || row.width < width) return undefined;
  return row.hashes.subarray(0, width * HASH_BYTES);
}

/**
 * The bodies of the `width` entries that tile `n` of level 0 is made of. Undefined if the tree has
 * not so many there.
 */
export async function publishedEntries(
  store: Reader,
  n: number,
  width: number,
): Promise<readonly Uint8Array[] | undefined> {
  const first = n * TILE_WIDTH;
  const [rows = []] = await store.read([
    {
      table: 'entry',
      by: 'position',
      equals: [],
      after: first - 1,
      upTo: first + width - 1,
      limit: width,
    },
  ]);
  if (rows.length < width) return undefined;
  return (rows as readonly Stored<'entry'>[]).map((row) => row.body);
}
