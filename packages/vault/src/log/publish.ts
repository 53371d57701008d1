import { HASH_BYTES, TILE_WIDTH } from '@avow/ledger';
import type { Read, Reader } from '../port/store.ts';
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
  const [found = []] = await store.read([stretchesBefore(first + width, width + 1)]);
  const reads = (found as readonly Stored<'stretch'>[])
    .map((stretch) => numbersWithin(stretch, first, first + width))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => entriesNumbered(from, to))
    .reverse();
  const rows = (await store.read(reads)).flat();
  return rows.length < width ? undefined : rows.map((row) => (row as Stored<'entry'>).body);
}

/** The last stretches that begin before a position; each has one entry at least. */
function stretchesBefore(position: number, limit: number): Read {
  return { table: 'stretch', by: 'key', equals: [], after: position, descending: true, limit };
}

/** The numbers of a stretch's entries that are at `first` or after it and before `end`. */
function numbersWithin(
  { position, arrival, count }: Stored<'stretch'>,
  first: number,
  end: number,
) {
  const from = arrival + Math.max(0, first - position);
  const to = arrival + Math.min(count, end - position);
  return { from, to };
}

function entriesNumbered(from: number, to: number): Read {
  return { table: 'entry', by: 'key', equals: [], after: from - 1, limit: to - from };
}
