import { type Scribe, writeOwnEntry } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import type { Random } from '../port/random.ts';
import type { Change, Lock, Read, Row, Store, Unit } from '../port/store.ts';
import type { BlindRow, HistoryRow, RecordRow } from '../tables.ts';

/** Rows removed by one act; its entry names each by a hash, and an entry is bounded. */
export const SWEEP_ROWS = 500;

/** What a sweep writes its entries with. */
export type SweepTools = Pick<Scribe, 'mint'> & { readonly random: Random };

/**
 * Removes records and lines of history whose time is over, in bounded acts with an entry each, and
 * requests that may be forgotten. Resolves to how many rows went. Stops between two acts when
 * `signal` says so.
 */
export async function sweepExpired(
  store: Store,
  tools: SweepTools,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  const records = await sweepTable(store, 'record', now, signal, (rows) => removal(rows, tools));
  const lines = await sweepTable(store, 'history', now, signal, (rows) => closing(rows, tools));
  const requests = await sweepTable(store, 'request', now, signal, forgetting);
  return records + lines + requests;
}

async function sweepTable(
  store: Store,
  table: string,
  now: number,
  signal: AbortSignal,
  unitFor: (rows: readonly Row[]) => Unit<undefined>,
): Promise<number> {
  const bounds = { upTo: now, limit: SWEEP_ROWS, expired: 'included' } as const;
  const expired: Read = { table, by: 'expires', equals: [], ...bounds };
  let removed = 0;
  while (!signal.aborted) {
    const [rows = []] = await store.read([expired]);
    if (rows.length === 0) break;
    // If somebody changed one of them since, none is removed: look again.
    if (await isKept(store.run(unitFor(rows)))) removed += rows.length;
  }
  return removed;
}

/**
 * Removes records, and leaves an entry that says so. What leads to a record goes with it: not even the
 * keyed hash of a value outlives its time.
 */
function removal(rows: readonly Row[], tools: SweepTools): Unit<undefined> {
  const records = rows as readonly RecordRow[];
  const ids = new Set(records.map((row) => row.id));
  const people = [...new Set(records.map((row) => row.person))];
  return {
    locks: people.map(alone),
    reads: people.map((id) => ({ table: 'blind', by: 'person', equals: [id], limit: 1_000 })),
    decide(found, { now }) {
      const leading = found.flat().filter((row) => ids.has((row as BlindRow).target));
      const changes = [
        ...rows.map((before) => ({ table: 'record', before })),
        ...leading.map((before) => ({ table: 'blind', before })),
      ];
      return { changes: swept(changes, { ...tools, now }), answer: undefined };
    },
  };
}

/** Removes lines of histories, and leaves an entry that says so. What they told of stays in the log. */
function closing(rows: readonly Row[], tools: SweepTools): Unit<undefined> {
  const people = [...new Set((rows as readonly HistoryRow[]).map((row) => row.person))];
  const changes = rows.map((before) => ({ table: 'history', before }));
  return {
    locks: people.map(alone),
    reads: [],
    decide: (_, { now }) => ({ changes: swept(changes, { ...tools, now }), answer: undefined }),
  };
}

const alone = (id: string): Lock => ({ on: 'person', id, mode: 'exclusive' });

/** Removals together with the entry that accounts for them. */
function swept(changes: readonly Change[], scribe: Omit<Scribe, 'keys'>): readonly Change[] {
  const draft = { kind: 'sweep', because: 'expired' } as const;
  return writeOwnEntry(draft, null, changes, scribe).changes;
}

/** Removes requests; nothing in them is about anybody. */
function forgetting(rows: readonly Row[]): Unit<undefined> {
  const changes: readonly Change[] = rows.map((before) => ({ table: 'request', before }));
  return { locks: [], reads: [], decide: () => ({ changes, answer: undefined }) };
}

async function isKept(work: Promise<undefined>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (problem) {
    if (isFault(problem, 'AVOW_CONFLICT')) return false;
    throw problem;
  }
}
