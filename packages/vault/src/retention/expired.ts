import type { WritingTools } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import type { Read, Row, Store, Unit } from '../port/store.ts';
import { readOn } from '../table/read-on.ts';
import { closing, forgetting, removal, type Step } from './removal.ts';

/**
 * Rows removed by one act. Its entry names each by a hash, and an entry is bounded; but above all
 * whoever decides meanwhile waits no longer than such an act takes, which is a few milliseconds.
 */
export const SWEEP_ROWS = 100;

/**
 * How often in a row somebody else may have changed what was to be removed. One user is quicker once;
 * whoever is quicker every time sweeps too, and it is left to them.
 */
const TRIES = 3;

/** The tables that things expire in. */
type Expiring = 'record' | 'history' | 'request';

/** What came of a sweep: `isDone` unless it was stopped, or left to another process. */
interface Swept {
  readonly removed: number;
  readonly isDone: boolean;
}

interface SweepParts {
  readonly store: Store;
  readonly tools: WritingTools;
  /** Stops it between two acts. */
  readonly signal: AbortSignal;
  /** Told of each act once it is durable, and when the last of its rows had expired: epoch ms. */
  onStep?(step: Step, upTo: number): void;
}

/**
 * Removes records and lines of history whose time is over, in bounded acts with an entry each, and
 * requests that may be forgotten; what is under a legal hold stays.
 */
export async function sweepExpired(parts: SweepParts, now: number): Promise<Swept> {
  const { tools } = parts;
  const records = await sweep(parts, 'record', now, (rows) => removal(rows, parts));
  const lines = await sweep(parts, 'history', now, async (rows) => closing(rows, tools));
  const requests = await sweep(parts, 'request', now, async (rows) => forgetting(rows));
  const all = [records, lines, requests];
  return {
    removed: all.reduce((sum, { removed }) => sum + removed, 0),
    isDone: all.every(({ isDone }) => isDone),
  };
}

async function sweep(
  { store, signal, onStep }: SweepParts,
  table: Expiring,
  upTo: number,
  unitFor: (rows: readonly Row[]) => Promise<Unit<Step>>,
): Promise<Swept> {
  let removed = 0;
  let limit = SWEEP_ROWS;
  let last: Row | undefined;
  for (let tries = 0; tries < TRIES && !signal.aborted; ) {
    const due: Read = { table, by: 'expires', equals: [], upTo, limit, expired: 'included' };
    const rows = await readOn(store, due, last);
    if (rows.length === 0) return { removed, isDone: true };
    const step = await store.run(await unitFor(rows)).catch((problem: unknown) => {
      if (!isFault(problem, 'AVOW_TOO_LARGE') || limit === 1) return unlessConflict(problem);
      // So much leads to these rows that one entry cannot name it all: fewer at a time.
      limit = Math.ceil(limit / 4);
      return 'fewer' as const;
    });
    if (step === 'fewer') continue;
    if (step === undefined) {
      tries += 1; // Somebody changed one of them since, so none was removed: look again.
      continue;
    }
    tries = 0;
    last = rows.at(-1);
    removed += step.removed;
    onStep?.(step, Number(last?.['expires']));
  }
  return { removed, isDone: false };
}

function unlessConflict(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
}
