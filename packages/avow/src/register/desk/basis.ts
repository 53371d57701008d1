import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../../rows/reading.ts';

/**
 * A basis for other disclosures, about nobody. Its state: proposed, published, ended; or dropped, where a proposal
 * never was published.
 */
export interface BasisBody {
  /** What it says, in each language of the policy. */
  readonly words: Readonly<Record<string, string>>;
  readonly categories: readonly string[];
  readonly parties: readonly string[];
  readonly from: number;
  readonly proposedBy: string;
  readonly proposed: number;
  readonly publishedBy: string | null;
  readonly ended: number | null;
}

export interface BasisRecord extends BasisBody {
  readonly row: EvidenceRow;
}

export const BASIS = 'desk.basis';

export function basisRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function basesIn(
  state: 'proposed' | 'published' | 'ended',
  limit: number,
  after?: string,
): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [BASIS, state], ...from, limit };
}

export function basisFrom(row: EvidenceRow): BasisRecord {
  const body = JSON.parse(row.body) as BasisBody;
  // Rows of before it took two: whoever published it had proposed it.
  const { proposedBy = body.publishedBy ?? '', proposed = row.at } = body as Partial<BasisBody>;
  return { ...body, proposedBy, proposed, row };
}

export function basisIn(rows: Rows, id: string): BasisRecord | undefined {
  const [row] = rows.of(basisRow(id));
  return row?.kind === BASIS ? basisFrom(row) : undefined;
}

export function isPublished({ row, from }: BasisRecord, now: number): boolean {
  return row.state === 'published' && from <= now && row.until !== null && now < row.until;
}
