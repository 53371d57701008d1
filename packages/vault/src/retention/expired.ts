import { type Scribe, writeOwnEntry } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import { holdsOf, isHeld, isHistoryHeld, standing } from '../hold/hold.ts';
import type { Random } from '../port/random.ts';
import type { Change, Lock, Read, Row, Store, Unit } from '../port/store.ts';
import { readOn } from '../table/read-on.ts';
import type { BlindRow, EvidenceRow, HistoryRow, RecordRow } from '../tables.ts';

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

/** What a sweep writes its entries with. */
export type SweepTools = Pick<Scribe, 'mint'> & {
  readonly random: Random;
};

/** The tables that things expire in. */
export type Expiring = 'record' | 'history' | 'request';

/** What came of a sweep: `isDone` unless it was stopped, or left to another process. */
export interface Swept {
  readonly removed: number;
  readonly isDone: boolean;
}

/** What one act of a sweep did. */
export interface Step {
  readonly removed: number;
  /** Rows past their time that a legal hold keeps. */
  readonly held: number;
}

export interface SweepParts {
  readonly store: Store;
  readonly tools: SweepTools;
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

/**
 * Removes records, and leaves an entry that says so. What leads to a record goes with it: not even the
 * keyed hash of a value outlives its time. Who has many items is found by more than one read tells, so
 * that is looked up before; where it changed since, the compare and swap refuses.
 */
async function removal(
  rows: readonly Row[],
  { store, tools }: Pick<SweepParts, 'store' | 'tools'>,
): Promise<Unit<Step>> {
  const records = rows as readonly RecordRow[];
  const people = peopleIn(records);
  const leading = await leadingTo(store, people, new Set(records.map(({ id }) => id)));
  return {
    locks: people.map(alone),
    reads: people.map(holdsOf),
    decide(found, { now }) {
      const holds = holdsBy(people, found, now);
      const gone = records.filter((row) => !isHeld(holds.get(row.person)!, row.category));
      const ids = new Set(gone.map((row) => row.id));
      const changes = [
        ...gone.map((before) => ({ table: 'record', before })),
        ...leading
          .filter(({ target }) => ids.has(target))
          .map((before) => ({ table: 'blind', before })),
      ];
      return swept(changes, { ...tools, now }, rows.length, gone.length);
    },
  };
}

const PAGE = 10_000;

/** What leads to these records of some people. */
async function leadingTo(
  store: Store,
  people: readonly string[],
  records: ReadonlySet<string>,
): Promise<readonly BlindRow[]> {
  const reads = people.map(
    (person): Read => ({ table: 'blind', by: 'person', equals: [person], limit: PAGE }),
  );
  const leading: BlindRow[] = [];
  for (const [at, first] of (await store.read(reads)).entries()) {
    for (let page = first; ; page = await readOn(store, reads[at]!, page.at(-1))) {
      leading.push(...(page as readonly BlindRow[]).filter(({ target }) => records.has(target)));
      if (page.length < PAGE) break;
    }
  }
  return leading;
}

/** Removes lines of histories, and leaves an entry that says so. What they told of stays in the log. */
function closing(rows: readonly Row[], tools: SweepTools): Unit<Step> {
  const lines = rows as readonly HistoryRow[];
  const people = peopleIn(lines);
  return {
    locks: people.map(alone),
    reads: people.map(holdsOf),
    decide(found, { now }) {
      const holds = holdsBy(people, found, now);
      const gone = lines.filter((row) => !isHistoryHeld(holds.get(row.person)!));
      const changes = gone.map((before) => ({ table: 'history', before }));
      return swept(changes, { ...tools, now }, rows.length, gone.length);
    },
  };
}

function peopleIn(rows: readonly { readonly person: string }[]): readonly string[] {
  return [...new Set(rows.map((row) => row.person))];
}

const alone = (id: string): Lock => ({ on: 'person', id, mode: 'exclusive' });

/** The holds that stand for each of some people, whose reads come first and in their order. */
function holdsBy(
  people: readonly string[],
  found: readonly (readonly Row[])[],
  now: number,
): ReadonlyMap<string, readonly EvidenceRow[]> {
  return new Map(people.map((person, at) => [person, standing(found[at]!, now)]));
}

/** Removals together with the entry that accounts for them; where all is held there is nothing to say. */
function swept(
  changes: readonly Change[],
  scribe: Omit<Scribe, 'keys'>,
  due: number,
  removed: number,
) {
  const answer = { removed, held: due - removed };
  if (changes.length === 0) return { changes, answer };
  const draft = { kind: 'sweep', because: 'expired' } as const;
  return { changes: writeOwnEntry(draft, null, changes, scribe).changes, answer };
}

/** Removes requests; nothing in them is about anybody. */
function forgetting(rows: readonly Row[]): Unit<Step> {
  const changes: readonly Change[] = rows.map((before) => ({ table: 'request', before }));
  const answer = { removed: rows.length, held: 0 };
  return { locks: [], reads: [], decide: () => ({ changes, answer }) };
}

function unlessConflict(problem: unknown): undefined {
  if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
}
