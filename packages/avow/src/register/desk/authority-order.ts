import type { EvidenceRow } from '@avow/vault';
import type { AuthorityOrderState, VerifiedHow } from '../../face/authority.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import { MOST_ROWS } from '../reference.ts';

/** An order of an authority about one person. The document itself is not kept here. */
export interface AuthorityOrderBody {
  readonly authority: string;
  /** A third party that the order says shall get it. */
  readonly thirdParty: string | null;
  readonly reference: string;
  readonly issued: number;
  readonly country: string;
  readonly document: string;
  readonly categories: readonly string[];
  /** From when until when it covers what it asks for. */
  readonly from: number;
  readonly until: number;
  readonly recordedBy: string;
  readonly verified: { readonly by: string; readonly how: VerifiedHow; readonly at: number } | null;
  /** The approval that law asks for before a foreign authority gets anything. */
  readonly approval: {
    readonly by: string;
    readonly reference: string;
    readonly document: string;
    readonly at: number;
  } | null;
  /** The person must not be told until then; null: until it is ended. */
  readonly bar: { readonly until: number | null; readonly ended: number | null } | null;
}

export interface AuthorityOrderRecord extends AuthorityOrderBody {
  readonly row: EvidenceRow;
  readonly state: AuthorityOrderState;
}

export const AUTHORITY_ORDER = 'desk.order';

export function authorityOrderRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

/** Every order about a person. Whoever records one checks the bound. */
export function authorityOrdersOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, AUTHORITY_ORDER], limit: MOST_ROWS };
}

export function authorityOrderFrom(row: EvidenceRow): AuthorityOrderRecord {
  const body = JSON.parse(row.body) as AuthorityOrderBody;
  return { ...body, row, state: row.state as AuthorityOrderState };
}

export function authorityOrderIn(rows: Rows, id: string): AuthorityOrderRecord | undefined {
  const [row] = rows.of(authorityOrderRow(id));
  return row?.kind === AUTHORITY_ORDER ? authorityOrderFrom(row) : undefined;
}

/**
 * When its time on record begins to run: at `end`, or once its bar has ended, whichever is later, since somebody is
 * still to be told. Null while the bar has no end.
 */
export function endWithBar({ bar }: AuthorityOrderBody, end: number): number | null {
  if (bar === null) return end;
  const barred = bar.ended ?? bar.until;
  return barred === null ? null : Math.max(end, barred);
}

/** Whether the person must not be told yet. */
export function isBarred({ bar }: AuthorityOrderBody, now: number): boolean {
  return bar !== null && bar.ended === null && (bar.until === null || now < bar.until);
}
