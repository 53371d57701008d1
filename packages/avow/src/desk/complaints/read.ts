import type { Deployment } from '../../deployment.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { ComplaintRead, Complaints } from '../../face/complaints.ts';
import type { PersonId } from '../../face/ids.ts';
import { askingRow, caseRow } from '../../register/desk/case.ts';
import {
  type CounterBody,
  complaintFrom,
  complaintRow,
  counterRows,
} from '../../register/desk/complaint.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { worksHere } from '../by.ts';
import { caseNow, mustBeCase } from '../cases/case.ts';
import { complaintOf } from './complaint.ts';
import { noSuchComplaint } from './step.ts';

/**
 * Opens what is sealed in a complaint, for the operator who handles it or for one of its sides: the respondent gets
 * no title, which may say who the other one is, and no side the digest of the other's document. Every look stands in the history of both.
 */
export function readWith(deployment: Deployment): Complaints['read'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    return record<ComplaintRead>(deployment, {}, async () => {
      const { found, user } = await caseNow(deployment, id);
      if (found.type !== 'complaint') throw noSuchComplaint();
      const people = [found.row.person, user].filter((each) => each !== null) as PersonId[];
      return {
        people,
        widens: false,
        still: [by],
        seals: true,
        note: { case: id, by },
        reads: [caseRow(id), askingRow(id), complaintRow(id), counterRows(id), staffRow(by)],
        decide(rows, _now, seals) {
          const inCase = mustBeCase(rows, id);
          const [row] = rows.of(complaintRow(id));
          const complainant = inCase.row.person;
          const respondent = rows.of(askingRow(id))[0]?.person ?? null;
          const isHandling = inCase.operator === by && worksHere(rows, by);
          if (row === undefined || !(isHandling || by === complainant || by === respondent)) {
            throw noSuchComplaint();
          }
          const counters = rows.of(counterRows(id)).map((each) => ({
            text: seals.openText(each),
            document:
              isHandling || by === respondent
                ? ((JSON.parse(each.body) as CounterBody).document ?? undefined)
                : undefined,
            at: each.at,
          }));
          const answered = counters.map(({ at }) => at);
          const told = complaintOf(id, { complainant, respondent }, complaintFrom(row), answered);
          const isOthers = !isHandling && by !== complainant;
          return {
            evidence: 'complaint',
            state: 'read',
            changes: [],
            value: {
              ...told,
              document: isOthers ? undefined : told.document,
              title: isOthers ? '' : seals.openText(row),
              counters,
            },
          };
        },
      };
    });
  };
}
