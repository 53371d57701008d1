import { type OpenedSubject, openSubject, writeOwnEntry } from '../entry/write.ts';
import { VaultError } from '../fault.ts';
import type { EntryId, PersonId } from '../id.ts';
import type { Change, Unit } from '../port/store.ts';
import { SWEEP_ROWS, type SweepTools } from '../retention/expired.ts';
import type { BlindRow, PersonRow } from '../tables.ts';

/** A tombstone just set, or one that stood before. */
export type Tombstone =
  | { readonly isNew: true; readonly entry: EntryId; readonly subject: OpenedSubject }
  | { readonly isNew: false; readonly isSwept: boolean };

/**
 * The unit after which nothing about the person commits any more: the state of their row, which
 * every act checks. Their blind indexes go with it, so that from the same moment nobody finds them.
 */
export function tombstone(person: PersonId, tools: SweepTools): Unit<Tombstone> {
  return {
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [
      { table: 'person', by: 'key', equals: [person], limit: 1 },
      { table: 'blind', by: 'person', equals: [person], limit: SWEEP_ROWS },
    ],
    decide(rows, { now }) {
      const [[before], blinds] = rows as unknown as [[PersonRow | undefined], BlindRow[]];
      if (before === undefined) throw new VaultError('AVOW_UNKNOWN', 'no such person');
      if (before.state === 'erasing' || before.state === 'erased') {
        const isSwept = before.state === 'erased';
        return { changes: [], answer: { isNew: false, isSwept } };
      }
      const generation = before.generation + 1;
      const changes: readonly Change[] = [
        { table: 'person', before, after: { ...before, state: 'erasing', generation } },
        ...blinds.map((row) => ({ table: 'blind', before: row })),
      ];
      const subject = openSubject({ person }, { random: tools.random, now });
      const written = writeOwnEntry({ kind: 'erasure' }, subject, changes, { ...tools, now });
      return { changes: written.changes, answer: { isNew: true, entry: written.id, subject } };
    },
  };
}
