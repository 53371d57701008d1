import type { EvidenceRow } from '@avow/vault';
import type { CaseState, CaseType, RefusedBecause } from '../../face/case.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import { MOST_ROWS, reference } from '../reference.ts';

/**
 * A case of the desk. All its rows have the same `ref`, and are rows of the person it is about, so that
 * they go with them; whoever asks stands in a row of their own. What a case was opened with never
 * changes, for approvals are bound to it.
 */
export interface CaseBody {
  readonly type: CaseType;
  readonly openedBy: string;
  readonly categories: readonly string[];
  /** The id of the record that the case rests on, of whichever kind its type says. */
  readonly evidence: string | null;
  readonly order: string | null;
  readonly operator: string | null;
  readonly due: number | null;
  /** Until when it may be opened for its recipient; the row's `until` is how long it is kept. */
  readonly expires: number;
  readonly delivered: number | null;
  /** The operator who delivered it last; rows of before do not say. */
  readonly deliveredBy?: string | null;
  readonly ended: {
    readonly at: number;
    readonly by: string | null;
    readonly reason: RefusedBecause | null;
  } | null;
}

/** What a case was opened with: what facts are read from, and approvals are bound to. */
export interface AboutCase {
  readonly case: string;
  readonly type: CaseType;
  readonly person: string;
  readonly party: string | null;
  /** The user who gets something by it, as long as they are there. */
  readonly user: string | null;
  readonly openedBy: string;
  readonly categories: readonly string[];
  readonly evidence: string | null;
  readonly order: string | null;
  readonly expires: number;
}

export interface CaseRecord extends CaseBody {
  readonly row: EvidenceRow;
  readonly state: CaseState;
}

export const CASE = 'desk.case';
export const ASKING = 'desk.asking';

/** All rows of one case have this as their `ref`. */
export function deskRef(id: string): string {
  return reference('desk', id);
}

export function caseRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), CASE], limit: 1 };
}

/** Who asks in a case, a row of theirs. */
export function askingRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [deskRef(id), ASKING], limit: 1 };
}

/** Every case about a person. Whoever opens one checks the bound, so the read is complete. */
export function casesOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, CASE], limit: MOST_ROWS };
}

/** Every case in which a person asks. */
export function askingsOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, ASKING], limit: MOST_ROWS };
}

/** Cases in a state, a page at a time in the order of their ids. */
export function casesIn(state: CaseState, limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [CASE, state], ...from, limit };
}

/** The newest in a state. */
export function newestDeskCases(state: CaseState): ReadOf<'evidence'> {
  const read = { table: 'evidence', by: 'kind', equals: [CASE, state] } as const;
  return { ...read, limit: MOST_ROWS, descending: true };
}

export function caseFrom(row: EvidenceRow): CaseRecord {
  return { ...(JSON.parse(row.body) as CaseBody), row, state: row.state as CaseState };
}

/** A case that `caseRow` found. */
export function caseIn(rows: Rows, id: string): CaseRecord | undefined {
  const [row] = rows.of(caseRow(id));
  return row && caseFrom(row);
}

/** What a case was opened with. Needs `caseRow` and `askingRow` to have been read. */
export function aboutCase(rows: Rows, id: string): AboutCase | undefined {
  const found = caseIn(rows, id);
  if (found === undefined) return undefined;
  const { row, type, openedBy, categories, evidence, order, expires } = found;
  return {
    ...{ case: row.id, type, person: row.person ?? '', party: row.party, openedBy },
    user: rows.of(askingRow(id))[0]?.person ?? null,
    ...{ categories, evidence, order, expires },
  };
}

/** Whether a case goes on: nobody ended it, and its time is not over. */
export function isGoingOn(found: CaseRecord, now: number): boolean {
  return found.state === 'open' && now < found.expires;
}
