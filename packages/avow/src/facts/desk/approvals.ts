import { approvalFrom, approvalId, approvalRows } from '../../register/desk/approval.ts';
import type { AboutCase } from '../../register/desk/case.ts';
import { complaintFrom, complaintRow } from '../../register/desk/complaint.ts';
import type { Rows } from '../../rows/reading.ts';
import type { FactProvider } from '../provider.ts';
import { digestOf } from './digest.ts';
import { caseFor, readsOfCase } from './evidence.ts';

const reads: FactProvider['reads'] = (asked) =>
  asked.case ? [...readsOfCase(asked), approvalRows(asked.case.case)] : [];

/** An operator approved exactly what the named case is about now; for a complaint, since its respondent asked. */
export const approval: FactProvider = {
  reads,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    return about !== undefined && isToBeApproved(about, rows) && approvers(about, rows).length >= 1;
  },
};

/** Two different operators did. */
export const approvals: FactProvider = {
  reads,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    return about !== undefined && isToBeApproved(about, rows) && approvers(about, rows).length >= 2;
  },
};

/**
 * Who approved what a case is about as it stands, each once. Whoever asked is not among them, whatever was
 * written down.
 */
export function approvers(about: AboutCase, rows: Rows): string[] {
  const digest = digestOf(about, rows);
  const by = rows
    .of(approvalRows(about.case))
    // Its id says the same: who alters the one has not altered the other.
    .filter((row) => row.id === approvalId(about.case, approvalFrom(row)))
    .map(approvalFrom)
    .filter((each) => each.digest === digest && mayApprove(about, each.by))
    .map((each) => each.by);
  return [...new Set(by)];
}

/** Neither who opened a case nor who is in it approves it. */
export function mayApprove({ openedBy, person, user }: AboutCase, by: string): boolean {
  return by !== openedBy && by !== person && by !== user;
}

/** Nobody approves what nobody asked for. */
export function isToBeApproved(about: AboutCase, rows: Rows): boolean {
  if (about.type !== 'complaint') return true;
  const [row] = rows.of(complaintRow(about.case));
  return row !== undefined && complaintFrom(row).asked.respondent !== null;
}
