import { TILE_WIDTH, type TileReader } from '@avow/ledger';
import type { Read, Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';

/** The read of one tile's newest state. */
export function readTile(level: number, n: number): Read {
  return { table: 'tile', by: 'key', equals: [level, n], limit: 1 };
}

/**
 * Reads of the unfinished tile of each level: all that growing a tree of `size` leaves builds on.
 */
export function readEdge(size: number): readonly Read[] {
  const reads: Read[] = [];
  // Each level counts the full tiles of the one below (C2SP tlog-tiles, "Merkle Tree").
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    if (count % TILE_WIDTH > 0) reads.push(readTile(level, Math.floor(count / TILE_WIDTH)));
  }
  return reads;
}

/** Tiles that have been read, as the ledger asks for them. */
export function tileReader(rows: Iterable<Stored<'tile'>>): TileReader {
  const tiles = new Map([...rows].map((row) => [`${row.level}/${row.n}`, row.hashes]));
  return { tile: (level, n) => tiles.get(`${level}/${n}`) };
}

/**
 * Runs synchronous work on the tree's tiles, fetching those it turns out to need. The work is begun
 * again after each fetch, so it must be pure; a proof needs a few tiles for each level of the tree.
 */
export async function withTiles<A>(store: Reader, work: (tiles: TileReader) => A): Promise<A> {
  const fetched = new Map<string, Uint8Array | undefined>();
  for (;;) {
    let wanted: { level: number; n: number } | undefined;
    const tiles: TileReader = {
      tile(level, n) {
        if (!fetched.has(`${level}/${n}`)) wanted ??= { level, n };
        return fetched.get(`${level}/${n}`);
      },
    };
    try {
      return work(tiles);
    } catch (problem) {
      if (wanted === undefined) throw problem;
    }
    const { level, n } = wanted;
    const [rows] = await store.read([readTile(level, n)]);
    fetched.set(`${level}/${n}`, (rows?.[0] as Stored<'tile'> | undefined)?.hashes);
  }
}
