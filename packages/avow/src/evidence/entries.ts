import type { EntryDraft, Subject } from '@avow/vault';
import type { Acting } from '../desk/acting.ts';
import type { EvidenceChange, Recorded } from './change.ts';

/** One entry for each person concerned, so that each finds it; the first accounts for the change. */
export function entriesOf(
  { people, note, parties }: EvidenceChange<unknown>,
  { evidence, state, changes }: Recorded<unknown>,
  kept: Pick<Subject, 'keptFor'>,
): EntryDraft[] {
  const entry = { kind: 'evidence', evidence, state } as const;
  const relied = changes.flatMap(({ after }) => (after && 'id' in after ? [after.id] : []));
  const [party] = parties ?? [];
  const drafts = people.map((person) => ({
    ...entry,
    subject: {
      person,
      evidence: relied,
      ...kept,
      ...(party ? { party } : {}),
      ...(note ? { note } : {}),
    },
  }));
  const [first = entry, ...others] = drafts;
  return [{ ...first, changes }, ...others];
}

/** What was done, and by whom where somebody of the desk did it. */
export function withDeed<Value>(
  acting: Acting,
  { parties: [party] = [] }: EvidenceChange<unknown>,
  done: Recorded<Value>,
  now: number,
): Recorded<Value> {
  const { evidence, state, changes } = done;
  const [of = null] = changes.flatMap(({ after }) => (after && 'id' in after ? [after.id] : []));
  const deed = acting.deed({ evidence, state, of, ...(party ? { party } : {}) }, now);
  return { ...done, changes: [...changes, ...deed] };
}
