import type { EvidenceRow } from '@avow/vault';
import { interestCategory } from '../conventions.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';

/** The most interests kept of one person, and the most that they removed. */
export const MOST_INTERESTS = 200;

/**
 * Each interest is a record of its own, so that each ends by itself; the category says that it is one of
 * several, and not which, for that is sealed.
 */
export const interestRecord = `${interestCategory}[each]`;

/** That somebody removed an interest: evidence, so that it outlives what was derived. Which one is sealed. */
export const REMOVED = 'interest.removed';

/** Up to what somebody's interests are derived. */
export const DERIVED = 'interest.derived';

export function interestsOf(person: string): ReadOf<'record'> {
  const equals = [person, interestRecord];
  return { table: 'record', by: 'person', equals, limit: MOST_INTERESTS };
}

export function removedOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, REMOVED], limit: MOST_INTERESTS };
}

export function derivedOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, DERIVED], limit: 1 };
}

/** A digest of what interests were last derived from; undefined: they never were. */
export function derivedFrom(rows: Rows, person: string): string | undefined {
  const [row] = rows.of(derivedOf(person));
  return row && (JSON.parse(row.body) as { readonly from: string }).from;
}

/** Names that somebody removed, each with its row. */
export function removedIn(
  rows: Rows,
  person: string,
  openText: (row: EvidenceRow) => string,
): ReadonlyMap<string, EvidenceRow> {
  return new Map(rows.of(removedOf(person)).map((row) => [openText(row), row]));
}
