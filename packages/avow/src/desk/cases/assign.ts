import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import type { Cases } from '../../face/cases.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { mustBeApart, mustBeStaff, tooNear } from '../by.ts';
import { beforeAppeal, hadToDo } from './before-appeal.ts';
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
      async (found) => ({
        still: [operator],
        reads: [staffRow(operator), ...(await beforeAppeal(deployment, found))],
      }),
      ({ found, about, rows }) => {
        mustBeStaff(rows, operator, 'operator');
        mustBeApart([about.person, about.user], operator, 'operator');
        if (hadToDo(found, operator, rows)) throw tooNear('operator');
        return { did: 'assigned', body: { operator }, more: {} };
      },
    );
  };
}
