import { type Scribe, type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { holdsOf, isHeld, isHistoryHeld, standing } from '../hold/hold.ts';
import type { Change, Lock, Read, Row, Store, Unit } from '../port/store.ts';
import { readOn } from '../table/read-on.ts';
import type { BlindRow, EvidenceRow, HistoryRow, RecordRow } from '../tables.ts';

/** What one act of a sweep did. */
export interface Step {
  readonly removed: number;
  /** Rows past their time that a legal hold keeps. */
  readonly held: number;
}

/**
 * Removes records, and leaves an entry that says so. What leads to a record goes with it: not even the
 * keyed hash of a value outlives its time. Who has many items is found by more than one read tells, so
 * that is looked up before; where it changed since, the compare and swap refuses.
 */
export async function removal(
  rows: readonly Row[],
  { store, tools }: { readonly store: Store; readonly tools: WritingTools },
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
export function closing(rows: readonly Row[], tools: WritingTools): Unit<Step> {
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
export function forgetting(rows: readonly Row[]): Unit<Step> {
  const changes: readonly Change[] = rows.map((before) => ({ table: 'request', before }));
  const answer = { removed: rows.length, held: 0 };
  return { locks: [], reads: [], decide: () => ({ changes, answer }) };
}
