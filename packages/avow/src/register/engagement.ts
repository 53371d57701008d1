import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS } from './reference.ts';

/** What the record of an engagement says. */
export interface EngagementBody {
  readonly as: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly country: string;
  readonly means: string | null;
  /** With whom it serves; null, or absent in rows of before: alone. */
  readonly jointly?: readonly string[] | null;
  readonly service?: Readonly<Record<string, string>> | null;
  readonly from: number;
  readonly ended: number | null;
}

export type EngagementRecord = EngagementBody & Pick<EvidenceRow, 'id' | 'at' | 'until'>;

/** Every engagement of a party, ended or not. */
export function engagementsOf(party: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'party', equals: [party, 'engagement'], limit: MOST_ROWS };
}

/** Engagements of whomever that were ended, ran out, or neither yet, a page at a time in the order of their ids. */
export function engagementsIn(
  state: 'live' | 'over' | 'ended',
  limit: number,
  after?: string,
): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: ['engagement', state], ...from, limit };
}

const read = new WeakMap<EvidenceRow, EngagementRecord>();

/** A row is asked about once for each fact, category and person; it is read once. */
export function engagementFrom(row: EvidenceRow): EngagementRecord {
  let engagement = read.get(row);
  if (engagement === undefined) {
    const body = JSON.parse(row.body) as EngagementBody;
    engagement = { ...body, id: row.id, at: row.at, until: row.until };
    read.set(row, engagement);
  }
  return engagement;
}

/** The engagement that says what a party is: its newest, ended or not. */
export function newestEngagement(rows: Rows, party: string): EngagementRecord | undefined {
  return newestOf(engagements(rows, party));
}

/**
 * The engagement that says what a party is to something that it was handed: the newest of those that were
 * there then. What it was made into since opens nothing of before.
 */
export function engagementWhen(
  rows: Rows,
  party: string,
  handed: Pick<EvidenceRow, 'at'>,
): EngagementRecord | undefined {
  return newestOf(engagements(rows, party).filter(({ at }) => at <= handed.at));
}

/**
 * The engagements that run now. One speaks only for the class that it states: an older engagement in
 * another class says nothing about what the party is today.
 */
export function liveEngagements(rows: Rows, party: string, now: number): EngagementRecord[] {
  const newest = newestEngagement(rows, party);
  return engagements(rows, party).filter(
    (each) =>
      each.as === newest?.as &&
      each.ended === null &&
      each.from <= now &&
      (each.until === null || now < each.until),
  );
}

function engagements(rows: Rows, party: string): EngagementRecord[] {
  return rows.of(engagementsOf(party)).map(engagementFrom);
}

function newestOf(engagements: readonly EngagementRecord[]): EngagementRecord | undefined {
  return engagements.reduce<EngagementRecord | undefined>(
    (newest, each) => (newest === undefined || isLater(each, newest) ? each : newest),
    undefined,
  );
}

function isLater(a: EngagementRecord, b: EngagementRecord): boolean {
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}
