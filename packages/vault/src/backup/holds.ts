import { type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { HOLD, holdsOf, standing } from '../hold/hold.ts';
import type { PersonId } from '../id.ts';
import type { Change, Store, Unit } from '../port/store.ts';
import type { EvidenceRow } from '../tables.ts';

/**
 * What a backup knows of somebody's holds may be out of date. Of one who has been erased since, every
 * hold had ended; so they end here too, each with its entry.
 */
export function endHolds(store: Store, tools: WritingTools, person: PersonId): Promise<void> {
  return change(store, tools, person, 'lifted', (holds) =>
    holds.map((before) => {
      const { salt: _salt, hash: _hash, ...row } = before;
      return { table: 'evidence', before, after: { ...row, state: 'lifted' } };
    }),
  );
}

/**
 * Of one whose erasure waits, some hold stands. If the backup is older than it, another takes its place:
 * over everything and without an end, until somebody has looked and lifts it.
 */
export function ensureHold(store: Store, tools: WritingTools, person: PersonId): Promise<void> {
  return change(store, tools, person, 'standing', (holds, now) => {
    if (holds.length > 0) return [];
    const nothing = { party: null, ref: null, until: null, key: null, sealed: null };
    const about = { id: tools.mint(now), kind: HOLD, person, state: 'standing', at: now };
    return [{ table: 'evidence', after: { ...about, ...nothing, body: JSON.stringify(RESTORED) } }];
  });
}

/** A hold whose document did not come with the backup. */
const RESTORED = {
  kind: 'duty',
  document: '0'.repeat(64),
  verifiedBy: 'restore',
  categories: null,
  lifted: null,
} as const;

/** A change of somebody's standing holds as one act, with its entry if there is any. */
function change(
  store: Store,
  tools: WritingTools,
  person: PersonId,
  state: string,
  changesOf: (holds: readonly EvidenceRow[], now: number) => readonly Change[],
): Promise<void> {
  const unit: Unit<void> = {
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [holdsOf(person)],
    decide([rows = []], { now }) {
      const changes = changesOf(standing(rows, now), now);
      if (changes.length === 0) return { changes, answer: undefined };
      const draft = { kind: 'evidence', evidence: HOLD, state } as const;
      const written = writeOwnEntry(draft, null, changes, { ...tools, now });
      return { changes: written.changes, answer: undefined };
    },
  };
  return store.run(unit);
}
