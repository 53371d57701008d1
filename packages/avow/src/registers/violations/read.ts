import type { Deployment } from '../../deployment.ts';
import { mustBeStaff } from '../../desk/by.ts';
import { asPersonId } from '../../door/ids.ts';
import { name } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { Violations } from '../../face/violations.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { appealRow, measureFrom, measureRows, violationRow } from '../../register/violation.ts';
import { personIn } from './change.ts';
import { caseIn, noSuch, violationOf } from './violation.ts';

/**
 * Opens a violation with its reason for one of those who decide it. The look is on record and stands in
 * the person's history; an operator whom the record does not name is told that there is no such violation.
 */
export function readWith(deployment: Deployment): Violations['read'] {
  return async (what) => {
    const violation = name('violation', what.violation);
    const by = asPersonId(what.by, 'by');
    return record(deployment, {}, async () => ({
      people: [await personIn(deployment, violation)],
      widens: false,
      seals: true,
      still: [by],
      reads: [violationRow(violation), measureRows(violation), appealRow(violation), staffRow(by)],
      note: { by },
      decide(rows, now, seals) {
        mustBeStaff(rows, by);
        const { row, body, measures } = caseIn(rows, violation, now);
        const deciding = [
          ...[body.by, body.handler, body.decided?.by, body.appeal?.decided?.by],
          ...measures.map((one) => measureFrom(one).by),
        ];
        if (!deciding.includes(by)) throw noSuch();
        const [appeal] = rows.of(appealRow(violation));
        const value = {
          ...violationOf(row, measures),
          reason: seals.openText(row),
          appealed: appeal && seals.openText(appeal),
        };
        return { evidence: 'violation', state: 'read', changes: [], value };
      },
    }));
  };
}
