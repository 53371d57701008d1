import { EVIDENCE } from '../act/seals.ts';
import { HISTORY, type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import { holdsOf, isHeld, isHistoryHeld, standing, type ValueIn } from '../hold/hold.ts';
import type { PersonId } from '../id.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Observer } from '../port/observer.ts';
import type { Change, Read, Row, Store, Unit } from '../port/store.ts';
import { SWEEP_ROWS } from '../retention/expired.ts';
import { readOn } from '../table/read-on.ts';
import type { EvidenceRow, PersonRow, RecordRow } from '../tables.ts';

interface UnheldParts {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly tools: WritingTools;
  readonly observer: Pick<Observer, 'removed'>;
  readonly background: { readonly signal: AbortSignal };
  readonly valueIn: ValueIn;
}

/**
 * Of a person whose erasure waits for a hold to end, removes what no hold covers: records, what they
 * were found by, history, and evidence that is a value itself; then the keys of retention classes in
 * which nothing is left. Other evidence stays, since what is held is read beside it. May be cut off
 * anywhere and begun again.
 */
export async function sweepUnheld(parts: UnheldParts, person: PersonId): Promise<void> {
  const { keys, background, valueIn } = parts;
  await sweepTable(parts, person, 'blind', () => false);
  await sweepTable(parts, person, 'history', (_, holds) => isHistoryHeld(holds));
  const retentions = new Set<string>([HISTORY, EVIDENCE]);
  const isDone = await sweepTable(
    parts,
    person,
    'record',
    (row, holds) => isHeld(holds, (row as RecordRow).category),
    (kept) => retentions.add((kept as RecordRow).retention),
  );
  await sweepTable(parts, person, 'evidence', (row, holds) => {
    const category = valueIn(row as EvidenceRow);
    return category === undefined || isHeld(holds, category);
  });
  if (isDone && !background.signal.aborted) await keys.destroyBut(person, [...retentions]);
}

type Keeps = (row: Row, holds: readonly EvidenceRow[]) => boolean;

/** Everything of one table that is not kept, act by act. False if it was cut off, or is another's now. */
async function sweepTable(
  { store, tools, background, observer }: UnheldParts,
  person: PersonId,
  table: 'record' | 'blind' | 'history' | 'evidence',
  keeps: Keeps,
  onKept: (row: Row) => void = () => undefined,
): Promise<boolean> {
  const by = table === 'history' ? 'key' : 'person';
  const read: Read = { table, by, equals: [person], limit: SWEEP_ROWS, expired: 'included' };
  let last: Row | undefined;
  while (!background.signal.aborted) {
    const rows = await readOn(store, read, last);
    if (rows.length === 0) return true;
    const kept = await store.run(removal(table, rows, person, keeps, tools)).catch((problem) => {
      if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
      return 'again' as const;
    });
    if (kept === 'again') continue;
    if (kept === undefined) return false;
    observer.removed(rows.length - kept.length, 'erased');
    for (const row of kept) onKept(row);
    last = rows.at(-1);
  }
  return false;
}

/** One act; answers the rows that stay, or undefined if the erasure waits no longer. */
function removal(
  table: string,
  rows: readonly Row[],
  person: PersonId,
  keeps: Keeps,
  tools: WritingTools,
): Unit<readonly Row[] | undefined> {
  return {
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [{ table: 'person', by: 'key', equals: [person], limit: 1 }, holdsOf(person)],
    decide([people = [], onRecord = []], { now }) {
      const holds = standing(onRecord, now);
      // Without a hold it is the erasure itself that goes on.
      if ((people[0] as PersonRow | undefined)?.state !== 'held' || holds.length === 0) {
        return { changes: [], answer: undefined };
      }
      const kept = rows.filter((row) => keeps(row, holds));
      const changes: readonly Change[] = rows
        .filter((row) => !kept.includes(row))
        .map((before) => ({ table, before }));
      if (changes.length === 0) return { changes, answer: kept };
      const draft = { kind: 'sweep', because: 'erased' } as const;
      const written = writeOwnEntry(draft, null, changes, { ...tools, now });
      return { changes: written.changes, answer: kept };
    },
  };
}
