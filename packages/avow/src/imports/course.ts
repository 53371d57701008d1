import type { AuditedChange } from '@avow/vault';
import type { Whole } from '../act/together.ts';
import type { Reject } from '../face/imports.ts';
import {
  IMPORT,
  type ImportBody,
  type ImportRecord,
  importBody,
  importIn,
  importRow,
  packRejects,
  REJECTS,
  rejectsId,
  rejectsRef,
} from '../register/import.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import type { Step } from './step.ts';

/** How far an import has come by a step. */
export function moved(
  rows: Rows,
  record: ImportRecord,
  { lines, next, columns, state, why = null }: Step,
  rejects: readonly Reject[],
  now: number,
): Whole<ImportRecord> {
  const to: ImportRecord = {
    ...record,
    state,
    next,
    columns: columns ?? record.columns,
    kept: record.kept + lines.length - rejects.length,
    rejected: counted(record.rejected, rejects),
    why,
    ended: state === 'open' ? null : now,
  };
  return whole(rows, to, rejectRows(record, rejects, now));
}

/** It ends where it is: its engagement has. */
export function stopped(rows: Rows, record: ImportRecord, now: number): Whole<ImportRecord> {
  return whole(rows, { ...record, state: 'stopped', why: 'engagement', ended: now }, []);
}

function whole(rows: Rows, to: ImportRecord, more: readonly AuditedChange[]): Whole<ImportRecord> {
  const row = importIn(rows.of(importRow(to.id)))!;
  const change = changeEvidence(row, { state: to.state, body: importBody(to) });
  return { evidence: IMPORT, state: to.state, changes: [change, ...more], told: to };
}

function counted(before: ImportBody['rejected'], rejects: readonly Reject[]) {
  const counts = { ...before };
  for (const { code } of rejects) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** One row for those of a step. */
function rejectRows({ id, party }: ImportRecord, rejects: readonly Reject[], at: number) {
  const [first] = rejects;
  if (first === undefined) return [];
  const row = { id: rejectsId(id, first.line), kind: REJECTS, party, ref: rejectsRef(id) };
  return [addEvidence({ ...row, state: 'rejected', at }, packRejects(rejects))];
}
