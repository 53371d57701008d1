import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import type { Cases } from '../../face/cases.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { personOf } from '../../register/person.ts';
import { readNow } from '../../rows/reading.ts';
import { worksHere } from '../by.ts';
import { beforeAppeal, hadToDo } from './before-appeal.ts';
import { caseNow } from './case.ts';

/** Says beforehand what every step in a case refuses an operator for. The steps ask again by themselves. */
export function hinderedWith(deployment: Deployment): Cases<Words>['hindered'] {
  return async (what) => {
    const by = asPersonId(what.by, 'by');
    const { found, user } = await caseNow(deployment, asCaseId(what.case));
    const before = await beforeAppeal(deployment, found);
    const rows = await readNow(deployment.vault, staffRow(by), personOf(by), ...before);
    if (!worksHere(rows, by)) return 'notAppointed';
    if (found.row.person === by || user === by) return 'concerned';
    return hadToDo(found, by, rows) ? 'before' : undefined;
  };
}
