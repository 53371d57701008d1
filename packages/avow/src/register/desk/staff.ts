import type { EvidenceRow } from '@avow/vault';
import { classes } from '../../conventions.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';

/** What it says of them; rows of before say nothing. */
interface StaffBody {
  readonly as?: string;
}

/** That somebody works at the desk: a row of theirs. Its state: appointed, dismissed. */
export const STAFF = 'desk.staff';

export function staffRow(operator: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [staffId(operator)], limit: 1 };
}

export function staffId(operator: string): string {
  return JSON.stringify([STAFF, operator]);
}

export function staffIn(state: 'appointed', limit: number, after?: string): ReadOf<'evidence'> {
  const from = after === undefined ? {} : { after };
  return { table: 'evidence', by: 'kind', equals: [STAFF, state], ...from, limit };
}

/** Whether somebody works at the desk. Needs `staffRow` to have been read. */
export function isStaff(rows: Rows, operator: string): boolean {
  return rows.of(staffRow(operator))[0]?.state === 'appointed';
}

/** What class of recipient somebody of the desk is; whoever was not appointed, or was dismissed, is unrelated. */
export function staffClass(row: EvidenceRow | undefined): string {
  if (row?.state !== 'appointed') return classes.unrelated;
  return (JSON.parse(row.body) as StaffBody).as ?? classes.staff;
}
