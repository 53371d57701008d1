import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import type { Cases } from '../../face/cases.ts';
import { AvowError } from '../../fault.ts';
import { approvalFrom, approvalRows } from '../../register/desk/approval.ts';
import { type CaseRecord, caseIn, caseRow } from '../../register/desk/case.ts';
import { staffRow } from '../../register/desk/staff.ts';
import type { Rows } from '../../rows/reading.ts';
import { mustBeStaff } from '../by.ts';
import { changeCase } from './change.ts';

/** Hands a case to an operator, who from now on may see what the policy says of it. */
export function assignWith(deployment: Deployment): Cases<Words>['assign'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const operator = asPersonId(what.operator, 'operator');
    const request = repeatable(what, 'desk.cases.assign', { case: id, by, operator });
    return changeCase(
      deployment,
      { id, by, request },
      (found) => ({
        still: [operator],
        reads: [staffRow(operator), ...beforeAppeal(found)],
      }),
      ({ found, rows }) => {
        mustBeStaff(rows, by);
        mustBeStaff(rows, operator, 'operator');
        if (operator === found.row.person || hadToDo(found, operator, rows)) {
          throw new AvowError('AVOW_STATE', 'is too near to this case', 'operator');
        }
        return { did: 'assigned', body: { operator }, more: {} };
      },
    );
  };
}

/** What an appeal is about is looked at by somebody who had nothing to do with it. */
function beforeAppeal({ type, evidence }: CaseRecord) {
  return type === 'appeal' && evidence !== null ? [caseRow(evidence), approvalRows(evidence)] : [];
}

export function hadToDo(found: CaseRecord, operator: string, rows: Rows): boolean {
  if (found.type !== 'appeal' || found.evidence === null) return false;
  const first = caseIn(rows, found.evidence);
  return (
    [first?.operator, first?.openedBy, first?.ended?.by].includes(operator) ||
    rows.of(approvalRows(found.evidence)).some((row) => approvalFrom(row).by === operator)
  );
}
