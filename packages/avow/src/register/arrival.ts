import type { EvidenceRow, Lock } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/**
 * That something came from another region: for whom here, by which disclosure there. `until` is when it
 * runs out unless it is renewed. It is found by the name that the two regions have for the person.
 */
export interface ArrivalBody {
  readonly region: string;
  readonly disclosure: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  /** The records that are kept by it; none before they are. */
  readonly records: readonly string[];
}

export type ArrivalRecord = ArrivalBody & { readonly row: EvidenceRow };

export const ARRIVAL = 'arrival';

/** How long what came is kept, unless the other region says that it stands: a day, in ms. */
export const ARRIVAL_LIFE = 24 * 3_600_000;

/** What is left when it is made longer: so it changes no more often than every six hours. */
export const ARRIVAL_LEFT = 18 * 3_600_000;

/** By the name that two regions have for a person. */
export function arrivalRef(region: string, name: string): string {
  return reference(ARRIVAL, region, name);
}

/** What came under a name and stands. */
export function arrivalsUnder(region: string, name: string): ReadOf<'evidence'> {
  const equals = [arrivalRef(region, name), ARRIVAL];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_ROWS };
}

/** Whatever came of a person, ended or not. */
export function arrivalsOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, ARRIVAL], limit: MOST_ROWS };
}

/** Whatever came and stands, a page at a time in the order of ids. */
export function standingArrivals(limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [ARRIVAL, 'standing'], ...from, limit };
}

export function arrivalFrom(row: EvidenceRow): ArrivalRecord {
  return { ...(JSON.parse(row.body) as ArrivalBody), row };
}

/** Two of one name at the same time make one person. A lock is a name; with a space in it, no party's. */
export function arrivalLock(region: string, name: string): Lock {
  return { on: 'party', id: `arrival ${region} ${name}`, mode: 'exclusive' };
}
