import { type WritingTools, writeOwnEntry } from '../entry/write.ts';
import type { PersonId } from '../id.ts';
import type { Observer } from '../port/observer.ts';
import type { Change, Read, Row, Store } from '../port/store.ts';
import { SWEEP_ROWS } from '../retention/expired.ts';
import type { EvidenceRow, PersonRow } from '../tables.ts';

interface ErasedParts {
  readonly store: Store;
  readonly tools: WritingTools;
  readonly background: { readonly signal: AbortSignal };
  readonly observer: Pick<Observer, 'removed'>;
  /** Kinds of evidence that outlive erasure. */
  readonly keep: readonly string[];
}

/**
 * Removes what is left of a person whose tombstone stands and whose keys are gone: ciphertext,
 * evidence (but for the kinds to keep), indexes, history; in bounded acts, each with its entry.
 * The last act makes the tombstone final. May be cut off anywhere and begun again. Resolves to
 * whether it came to the end.
 */
export async function sweepErased(parts: ErasedParts, person: PersonId): Promise<boolean> {
  const { store, tools, keep } = parts;
  const whole = ['record', 'blind', 'history'].map((table) => readAll(table, person));
  for (const read of whole) {
    if (!(await removeAll(parts, person, read))) return false;
  }
  for await (const kind of kindsOf(store, person)) {
    if (keep.includes(kind)) continue;
    const read = { ...readAll('evidence', person), equals: [person, kind] };
    if (!(await removeAll(parts, person, read))) return false;
  }
  await finish(store, tools, person);
  return true;
}

function readAll(table: string, person: PersonId): Read {
  const by = table === 'history' ? 'key' : 'person';
  return { table, by, equals: [person], limit: SWEEP_ROWS, expired: 'included' };
}

/**
 * The kinds of evidence that are about this person, in order; what is removed meanwhile does no
 * harm.
 */
async function* kindsOf(store: Store, person: PersonId): AsyncIterable<string> {
  let last: string | undefined;
  for (;;) {
    const bound = last === undefined ? {} : { after: last };
    const read: Read = { table: 'evidence', by: 'person', equals: [person], limit: 1, ...bound };
    const [rows] = await store.read([read]);
    const row = rows?.[0] as EvidenceRow | undefined;
    if (row === undefined) return;
    last = row.kind;
    yield last;
  }
}

/** Everything that one read finds, act by act. False if stopped before the end. */
async function removeAll(
  { store, tools, background, observer }: ErasedParts,
  person: PersonId,
  read: Read,
): Promise<boolean> {
  for (let removed = SWEEP_ROWS; removed === SWEEP_ROWS; ) {
    if (background.signal.aborted) return false;
    removed = await act(store, tools, person, read, (rows) =>
      rows.map((before) => ({ table: read.table, before })),
    );
    observer.removed(removed, 'erased');
  }
  return true;
}

async function finish(store: Store, tools: WritingTools, person: PersonId): Promise<void> {
  const read: Read = { table: 'person', by: 'key', equals: [person], limit: 1 };
  await act(store, tools, person, read, ([row]) => {
    const before = row as PersonRow | undefined;
    if (before?.state !== 'erasing') return [];
    return [{ table: 'person', before, after: { ...before, state: 'erased', country: null } }];
  });
}

/** One act of the sweep; no changes, no entry. Resolves to how many rows the read found. */
function act(
  store: Store,
  tools: WritingTools,
  person: PersonId,
  read: Read,
  changesOf: (rows: readonly Row[]) => readonly Change[],
): Promise<number> {
  return store.run({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [read],
    decide([rows = []], { now }) {
      const changes = changesOf(rows);
      if (changes.length === 0) return { changes: [], answer: rows.length };
      const draft = { kind: 'sweep', because: 'erased' } as const;
      const written = writeOwnEntry(draft, null, changes, { ...tools, now });
      return { changes: written.changes, answer: rows.length };
    },
  });
}
