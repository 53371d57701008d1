import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { type Lot, lotFrom } from './lot.ts';
import { MOST_ROWS } from './reference.ts';

/**
 * That somebody removed what a partner brought in a category: evidence, so that it outlives what was brought and
 * stands against the partner's next delivery, whatever that says. It holds no value: with a digest of the one that
 * was removed, the same thing in other words would come back.
 */
export const BROUGHT_REMOVED = 'import.removed';

interface RemovedBody {
  readonly category: string;
}

export function removalsOf(person: string): ReadOf<'evidence'> {
  const equals = [person, BROUGHT_REMOVED];
  return { table: 'evidence', by: 'person', equals, limit: MOST_ROWS };
}

/** What was removed: of which partner, in which category. */
export function removalFrom({ party, body }: EvidenceRow) {
  const { category } = JSON.parse(body) as RemovedBody;
  return { party: party ?? '', category };
}

/** The row that says so; undefined if it was not. */
export function removalIn(
  rows: Rows,
  person: string,
  party: string,
  category: string,
): EvidenceRow | undefined {
  return rows.of(removalsOf(person)).find((row) => {
    const removed = removalFrom(row);
    return removed.party === party && removed.category === category;
  });
}

/** The partner in whose delivery a lot came; undefined if it came otherwise. */
export function broughtBy({ terms }: Pick<Lot, 'terms'>): string | undefined {
  return terms['import'] === undefined ? undefined : terms['party'];
}

/** Lots that partners brought. Most did not come so, and are not read to find out. */
export function broughtIn(rows: readonly EvidenceRow[]): Lot[] {
  return rows
    .filter(({ body }) => body.includes('"import"'))
    .map(lotFrom)
    .filter((lot) => broughtBy(lot) !== undefined);
}
