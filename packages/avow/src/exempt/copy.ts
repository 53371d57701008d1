import type { AuditedChange } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { EXEMPT, exemptOf } from '../register/exempt.ts';
import { personOf } from '../register/person.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';

/** A value that is being kept, and the record that seals it. */
interface Kept {
  readonly id: string;
  readonly category: string;
  readonly value: string;
}

/**
 * What the policy marks public is kept in the clear as well, beside its sealed record: of an organisation
 * only, for the same words about a person would be theirs. Needs `exemptOf` to have been read.
 */
export function copyInClear(
  person: string,
  { id, category, value }: Kept,
  { rows, now, words }: InUnit,
): AuditedChange[] {
  const isOrganisation = rows.of(personOf(person))[0]?.kind === 'organisation';
  if (!isOrganisation || words.categories[category]?.public !== true) return [];
  const before = rows.of(exemptOf(person)).find((row) => row.state === category);
  // A copy goes with its record; where a new record took its place, so does a new copy.
  if (before?.id === id) return [changeEvidence(before, { at: now, body: { value } })];
  return [
    ...(before ? [{ table: 'evidence', before } as const] : []),
    addEvidence({ id, kind: EXEMPT, person, state: category, at: now }, { value }),
  ];
}
