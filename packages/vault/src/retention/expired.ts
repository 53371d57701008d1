import { type Scribe, writeOwnEntry } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import type { Random } from '../port/random.ts';
import type { Change, Lock, Read, Store } from '../port/store.ts';
import type { RecordRow } from '../tables.ts';

/** Rows removed by one act; its entry names each by a hash, and an entry is bounded. */
export const SWEEP_ROWS = 500;

/** What a sweep writes its entries with. */
export type SweepTools = Pick<Scribe, 'mint'> & { readonly random: Random };

/**
 * Removes records whose time is over, in bounded acts with an entry each, and requests that may be
 * forgotten. Resolves to how many rows went. Stops between two acts when `signal` says so.
 */
export async function sweepExpired(
  store: Store,
  tools: SweepTools,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  for (const table of ['record', 'request'] as const) {
    let found = SWEEP_ROWS;
    while (found === SWEEP_ROWS && !signal.aborted) {
      const rows = await read(store, table, now);
      found = rows.length;
      if (found === 0) break;
      const changes = rows.map((before) => ({ table, before }) as Change);
      const isRecorded = table === 'record';
      const people = isRecorded ? rows.map((row) => (row as RecordRow).person) : [];
      if (await remove(store, tools, changes, people, isRecorded)) removed += found;
      else found = SWEEP_ROWS; // Somebody changed one of them meanwhile: look again.
    }
  }
  return removed;
}

async function read(store: Store, table: 'record' | 'request', now: number) {
  const read: Read = {
    table,
    by: 'expires',
    equals: [],
    upTo: now,
    limit: SWEEP_ROWS,
    expired: 'included',
  };
  const [rows = []] = await store.read([read]);
  return rows;
}

async function remove(
  store: Store,
  tools: SweepTools,
  changes: readonly Change[],
  people: readonly string[],
  isRecorded: boolean,
): Promise<boolean> {
  const locks = [...new Set(people)].map((id): Lock => ({ on: 'person', id, mode: 'exclusive' }));
  try {
    await store.run({
      locks,
      reads: [],
      decide(_, { now }) {
        if (!isRecorded) return { changes, answer: undefined };
        const draft = { kind: 'sweep', because: 'expired' } as const;
        const written = writeOwnEntry(draft, null, changes, { ...tools, now });
        return { changes: written.changes, answer: undefined };
      },
    });
    return true;
  } catch (problem) {
    if (isFault(problem, 'AVOW_CONFLICT')) return false;
    throw problem;
  }
}
