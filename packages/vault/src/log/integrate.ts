import { append, leafHash, type NoteSigner, signCheckpoint, type Tile } from '@avow/ledger';
import { VaultError } from '../fault.ts';
import type { Change, Read, Unit } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import { readCheckpoints } from './checkpoint.ts';
import { countSentences } from './count.ts';
import { arrivedBy, lastStretch, stretched } from './stretch.ts';
import { readEdge, tileReader } from './tiles.ts';

/** Entries put into the tree at a time; bounds how long the store is held. */
const CHUNK = 1_024;
/** Checkpoints kept; older ones follow from the tiles. */
const KEPT = 64;

/** What one integration came to: the newest checkpoint, and whether more entries may be waiting. */
export interface Integrated {
  readonly note: string | undefined;
  readonly size: number;
  /** The number of the last entry in the tree. */
  readonly arrived: number;
  readonly more: boolean;
}

const tallies: Read = { table: 'tally', by: 'key', equals: [], limit: 10_000 };

/** What the tree is thought to be, and up to which number its entries may be followed by others. */
interface Ahead {
  readonly size: number;
  /** The number of the last entry in the tree. */
  readonly arrived: number;
  /** See `Store.settled`: so no entry is ever left behind. */
  readonly settled: number;
}

/**
 * The unit that puts the next waiting entries into the tree: positions, tiles, count of sentences
 * and signed checkpoint, in one. If the tree is not what it is thought to be, the unit is refused
 * with `AVOW_CONFLICT`. A checkpoint signed here leaves the process only once the unit has committed.
 */
export function integration(ahead: Ahead, signer: NoteSigner): Unit<Integrated> {
  const { size, arrived, settled } = ahead;
  const waiting: Read = {
    table: 'entry',
    by: 'key',
    equals: [],
    after: arrived,
    upTo: settled,
    limit: CHUNK,
  };
  return {
    locks: [{ on: 'log', id: signer.name, mode: 'exclusive' }],
    reads: [readCheckpoints(KEPT), lastStretch, waiting, tallies, ...readEdge(size)],
    decide(rows) {
      const [checkpoints, [last], entries, counted, ...edge] = rows as unknown as readonly [
        readonly Stored<'checkpoint'>[],
        readonly Stored<'stretch'>[],
        readonly Stored<'entry'>[],
        readonly Stored<'tally'>[],
        ...(readonly Stored<'tile'>[])[],
      ];
      const latest = checkpoints[0];
      if ((latest?.size ?? 0) !== size || arrivedBy(last) !== arrived) {
        throw new VaultError('AVOW_CONFLICT', 'the log has grown');
      }
      if (entries.length === 0) {
        return { changes: [], answer: { note: latest?.note, size, arrived, more: false } };
      }
      const tiles = edge.flat();
      const bodies = entries.map((entry) => entry.body);
      const grown = append({ size }, tileReader(tiles), bodies.map(leafHash));
      const note = signCheckpoint(
        { origin: signer.name, size: grown.size, root: grown.root },
        signer,
      );
      const changes: readonly Change[] = [
        ...stretched(
          last,
          entries.map((entry) => entry.arrival),
        ),
        ...grown.tiles.map((tile) => tileChange(tile, tiles)),
        ...countSentences(bodies, counted),
        { table: 'checkpoint', after: { size: grown.size, note } },
        ...checkpoints.slice(KEPT - 1).map((before) => ({ table: 'checkpoint', before })),
      ];
      const more = entries.length === CHUNK;
      const { arrival } = entries.at(-1)!;
      return { changes, answer: { note, size: grown.size, arrived: arrival, more } };
    },
  };
}

function tileChange({ level, n, width, hashes }: Tile, stored: readonly Stored<'tile'>[]): Change {
  const after = { level, n, width, hashes };
  const before = stored.find((row) => row.level === level && row.n === n);
  return before === undefined ? { table: 'tile', after } : { table: 'tile', before, after };
}
