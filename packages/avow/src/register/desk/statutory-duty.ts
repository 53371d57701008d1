import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../../rows/reading.ts';

/** A duty in law to hand something over, about nobody in particular. Its state: in-force, ended. */
export interface StatutoryDutyBody {
  readonly law: string;
  readonly article: string;
  readonly country: string;
  readonly party: string;
  readonly categories: readonly string[];
  readonly from: number;
  readonly recordedBy: string;
}

export interface StatutoryDutyRecord extends StatutoryDutyBody {
  readonly row: EvidenceRow;
}

export const STATUTORY_DUTY = 'desk.duty';

export function statutoryDutyRow(id: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [id], limit: 1 };
}

export function statutoryDuties(limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [STATUTORY_DUTY, 'in-force'], ...from, limit };
}

export function statutoryDutyFrom(row: EvidenceRow): StatutoryDutyRecord {
  return { ...(JSON.parse(row.body) as StatutoryDutyBody), row };
}

export function statutoryDutyIn(rows: Rows, id: string): StatutoryDutyRecord | undefined {
  const [row] = rows.of(statutoryDutyRow(id));
  return row?.kind === STATUTORY_DUTY ? statutoryDutyFrom(row) : undefined;
}

export function isInForce({ row, from }: StatutoryDutyRecord, now: number): boolean {
  return row.state === 'in-force' && from <= now && (row.until === null || now < row.until);
}
