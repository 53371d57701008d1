import type { AuditedChange, Seals } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { Complaint } from '../../face/complaints.ts';
import type { Idempotent } from '../../face/decision.ts';
import type { EntryId, PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { askingRow, caseRow, isGoingOn } from '../../register/desk/case.ts';
import {
  type ComplaintBody,
  complaintFrom,
  complaintRow,
  counterRows,
} from '../../register/desk/complaint.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { changeEvidence } from '../../rows/change.ts';
import type { Rows } from '../../rows/reading.ts';
import { caseNow, mustBeCase } from '../cases/case.ts';
import { complaintOf } from './complaint.ts';

/** A complaint in a unit, and who does something with it. */
interface InComplaint {
  readonly body: ComplaintBody;
  readonly by: PersonId;
  readonly complainant: string;
  /** Undefined: they have been erased. */
  readonly respondent: string | undefined;
  readonly rows: Rows;
  readonly now: number;
  readonly seals: Seals;
}

/** What becomes of it: as much as changes, and rows that come. */
interface StepOf {
  readonly body?: Partial<ComplaintBody>;
  readonly changes?: readonly AuditedChange[];
}

/** Changes a complaint that goes on. Both sides find it in their history. */
export async function changeComplaint(
  deployment: Deployment,
  what: Idempotent & { readonly case: unknown; readonly by: unknown },
  did: string,
  more: object,
  become: (unit: InComplaint) => StepOf,
): Promise<Complaint & { readonly entry: EntryId }> {
  const id = asCaseId(what.case);
  const by = asPersonId(what.by, 'by');
  const request = repeatable(what, `desk.complaints.${did}`, { case: id, by, ...more });
  return record<Complaint>(deployment, request, async () => {
    const { found, user } = await caseNow(deployment, id);
    if (found.type !== 'complaint') throw noSuchComplaint();
    const people = [found.row.person, user].filter((each) => each !== null) as PersonId[];
    return {
      people,
      widens: false,
      still: [by],
      seals: true,
      note: { case: id },
      reads: [caseRow(id), askingRow(id), complaintRow(id), counterRows(id), staffRow(by)],
      decide(rows, now, seals) {
        const row = rows.of(complaintRow(id))[0];
        const inCase = mustBeCase(rows, id);
        if (row === undefined) throw noSuchComplaint();
        if (!isGoingOn(inCase, now)) throw new AvowError('AVOW_STATE', 'is over', 'case');
        const complainant = inCase.row.person ?? '';
        const respondent = rows.of(askingRow(id))[0]?.person ?? undefined;
        const body = complaintFrom(row);
        const step = become({ body, by, complainant, respondent, rows, now, seals });
        const after = { ...body, ...step.body };
        const came = step.changes ?? [];
        const answered = [...rows.of(counterRows(id)).map(({ at }) => at), ...came.map(() => now)];
        return {
          evidence: 'complaint',
          state: did,
          changes: [...(step.body ? [changeEvidence(row, { body: after })] : []), ...came],
          value: complaintOf(id, { complainant, respondent: respondent ?? null }, after, answered),
        };
      },
    };
  });
}

export function noSuchComplaint(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such complaint', 'case');
}
