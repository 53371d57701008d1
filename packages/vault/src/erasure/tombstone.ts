import {
  type OpenedSubject,
  openSubject,
  type WritingTools,
  writeOwnEntry,
} from '../entry/write.ts';
import { VaultError } from '../fault.ts';
import { holdsOf, standing } from '../hold/hold.ts';
import type { EntryId, PersonId } from '../id.ts';
import type { Change, Unit } from '../port/store.ts';
import type { BlindRow, EvidenceRow, PersonRow } from '../tables.ts';

/** As many as one entry has room for; what there is beyond goes with the sweep, and finds nobody. */
const MOST_FINDERS = 1_000;

/** A tombstone just set, or one that stood before. */
export type Tombstone = {
  /** The holds that keep the erasure waiting; with none it goes on. */
  readonly holds: readonly EvidenceRow[];
} & (
  | { readonly isNew: true; readonly entry: EntryId; readonly subject: OpenedSubject }
  | { readonly isNew: false; readonly isSwept: boolean }
);

/**
 * The unit after which nothing about the person commits any more: the state of their row, which
 * every act checks. Their blind indexes go with it, so that from the same moment nobody finds them.
 *
 * Under a legal hold the state is `held`: closed to everyone but the law, with the keys still there.
 * Setting the tombstone again once no hold stands is what carries the erasure on.
 */
export function tombstone(person: PersonId, tools: WritingTools): Unit<Tombstone> {
  return {
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [
      { table: 'person', by: 'key', equals: [person], limit: 1 },
      { table: 'blind', by: 'person', equals: [person], limit: MOST_FINDERS },
      holdsOf(person),
    ],
    decide(rows, { now }) {
      const [[before], blinds, onRecord] = rows as unknown as Found;
      if (before === undefined) throw new VaultError('AVOW_UNKNOWN', 'no such person');
      if (before.state === 'erasing' || before.state === 'erased') {
        const isSwept = before.state === 'erased';
        return { changes: [], answer: { isNew: false, isSwept, holds: [] } };
      }
      const holds = standing(onRecord, now);
      const isWaiting = before.state === 'held';
      if (isWaiting && holds.length > 0) {
        return { changes: [], answer: { isNew: false, isSwept: false, holds } };
      }
      const changes: readonly Change[] = [
        { table: 'person', before, after: set(before, holds.length > 0) },
        ...blinds.map((row) => ({ table: 'blind', before: row })),
      ];
      const draft = { kind: 'erasure', held: holds.length > 0 } as const;
      // Of whom it spoke was proven when the erasure was asked for; to nobody who is there now.
      const subject = isWaiting ? null : openSubject({ person }, { random: tools.random, now });
      const written = writeOwnEntry(draft, subject, changes, { ...tools, now });
      const answer: Tombstone =
        subject === null
          ? { isNew: false, isSwept: false, holds }
          : { isNew: true, entry: written.id, subject, holds };
      return { changes: written.changes, answer };
    },
  };
}

type Found = readonly [
  readonly [PersonRow | undefined],
  readonly BlindRow[],
  readonly EvidenceRow[],
];

/** A generation is over when its keys go; what is held is read by law with the keys that sealed it. */
function set(before: PersonRow, isHeld: boolean): PersonRow {
  if (isHeld) return { ...before, state: 'held' };
  return { ...before, state: 'erasing', generation: before.generation + 1 };
}
