import type { Attested } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { AttestedOf } from '../face/attestations.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/** What somebody said of a person: that a fact of the policy's own is so. */
export interface AttestationBody {
  readonly fact: string;
  /** Whom it is about besides the person; null: nobody. */
  readonly to: AttestedOf | null;
  readonly signed: readonly { readonly by: string; readonly at: number }[];
  /** Since when enough have signed; null: not yet. */
  readonly stands: number | null;
  /** When it was to end, if that was said; the policy may have it end sooner. */
  readonly asked: number | null;
  readonly ended: number | null;
}

export type AttestationRecord = AttestationBody & Pick<EvidenceRow, 'id' | 'at' | 'until'>;

export const ATTESTED = 'attestation';

const DAY = 24 * 3_600_000;

/** What counts for one fact about one person, until it is over. */
export function attestationRef(person: string, fact: string): string {
  return reference(ATTESTED, person, fact);
}

export function attestationsFor(person: string, fact: string): ReadOf<'evidence'> {
  const equals = [attestationRef(person, fact), ATTESTED];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_ROWS };
}

/** All that was attested of a person, over or not, in the order of their ids. */
export function attestationsOf(person: string, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'person', equals: [person, ATTESTED], ...from, limit: MOST_ROWS };
}

export function attestationRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function attestationFrom(row: EvidenceRow): AttestationRecord {
  const body = JSON.parse(row.body) as AttestationBody;
  return { ...body, id: row.id, at: row.at, until: row.until };
}

/** The record of this id, if it is of an attestation. */
export function attestationIn(rows: Rows, id: string): EvidenceRow | undefined {
  const [row] = rows.of(attestationRow(id));
  return row?.kind === ATTESTED ? row : undefined;
}

/** When it ends: at the moment that was said, and no later than the policy lets it stand. */
export function endOf(asked: number | null, from: number, { days }: Attested): number {
  return Math.min(asked ?? Number.POSITIVE_INFINITY, from + days * DAY);
}

/**
 * Whether it stands at `now` on the terms of the policy that decides. Those that became stricter count at once; those
 * that became looser do not lengthen it: whoever signed did so for the time that was said then.
 */
export function isStanding(record: AttestationRecord, terms: Attested, now: number): boolean {
  const { stands, ended, asked, signed, until } = record;
  return (
    stands !== null &&
    ended === null &&
    signed.length >= terms.signatures &&
    now < Math.min(until ?? now, endOf(asked, stands, terms))
  );
}
