import { HISTORY } from '../entry/write.ts';
import type { PersonId } from '../id.ts';
import type { Read, Row } from '../port/store.ts';
import type { EvidenceRow } from '../tables.ts';

/**
 * The kind of evidence that is a legal hold. The vault reads this one kind itself: whatever removes
 * something about a person must see, in its own unit and under the person's lock, what is held.
 *
 * A hold stands while its `state` is `standing` and `until`, if it has one, has not come. Its body
 * has `categories`: a list, or null for everything about the person.
 */
export const HOLD = 'hold';

/**
 * Which category a piece of evidence is itself a value of; undefined for what is only read beside other
 * things. Whoever uses the vault knows. When an erasure waits for a hold, values that it does not cover
 * go at once, whichever table they lie in.
 */
export type ValueIn = (evidence: EvidenceRow) => string | undefined;

/** The most holds that may be on record for one person, lifted ones included. */
export const MOST_HOLDS = 100;

/** The holds on record for a person, those that have ended too. */
export function holdsOf(person: PersonId | string) {
  const by = { table: 'evidence', by: 'person', equals: [person, HOLD] } as const;
  return { ...by, limit: MOST_HOLDS + 1 } satisfies Read;
}

/** The holds among these that stand. */
export function standing(rows: readonly Row[], now: number): readonly EvidenceRow[] {
  return (rows as readonly EvidenceRow[]).filter(
    ({ kind, state, until }) =>
      kind === HOLD && state === 'standing' && (until === null || until > now),
  );
}

/** Whether one of some standing holds covers records of a category, lots of them (`letter[]`, `call[May]`) too. */
export function isHeld(holds: readonly EvidenceRow[], category: string): boolean {
  if (holds.length > MOST_HOLDS) return true; // There may be more than were read.
  const [single = category] = category.split('[', 1);
  return holds.some((hold) => heldBy(hold)?.includes(single) ?? true);
}

/** Whether one of some standing holds covers the person's history. */
export function isHistoryHeld(holds: readonly EvidenceRow[]): boolean {
  return isHeld(holds, HISTORY);
}

/** The categories that a hold covers; null for all, and where it does not say. */
export function heldBy({ body }: EvidenceRow): readonly string[] | null {
  try {
    const { categories } = JSON.parse(body) as { categories?: unknown };
    return Array.isArray(categories) ? categories.map(String) : null;
  } catch {
    return null; // In doubt it is kept.
  }
}
