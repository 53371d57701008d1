import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../../rows/reading.ts';
import { MOST_ROWS } from '../reference.ts';

/** That the person is told of a disclosure: what went to whom. */
export interface TellingBody {
  readonly case: string;
  /** When it is told; null: when a bar that has no end yet is ended. */
  readonly from: number | null;
  readonly told: number | null;
}

/** Owed while a bar stands: its state is the moment at which that ends, so that an index finds it. */
export const OWED = 'desk.telling';
export const TOLD = 'desk.told';

/** After every moment. */
const NOT_YET = '~';

export function owedTo(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, OWED], limit: MOST_ROWS };
}

export function toldTo(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, TOLD], limit: MOST_ROWS };
}

/** What is owed to whomever and may be told by `now`. */
export function owedBy(now: number, limit: number, after?: string): ReadOf<'evidence'> {
  const bounds = { upTo: stateAt(now), ...(after === undefined ? {} : { after }) };
  return { table: 'evidence', by: 'kind', equals: [OWED], ...bounds, limit };
}

export function tellingFrom({ body }: EvidenceRow): TellingBody {
  return JSON.parse(body) as TellingBody;
}

export function stateAt(moment: number | null): string {
  return moment === null ? NOT_YET : new Date(moment).toISOString();
}
