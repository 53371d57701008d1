import type { Deployment } from '../../deployment.ts';
import { name } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { Violations } from '../../face/registers.ts';
import { measureFrom, measureRows, violationRow } from '../../register/violation.ts';
import { personIn } from './change.ts';
import { caseIn, noSuch, violationOf } from './violation.ts';

/**
 * Opens a violation with its reason for one of those who decide it. The look is on record and stands in
 * the person's history; an operator whom the record does not name is told that there is no such violation.
 */
export function readWith(deployment: Deployment): Violations['read'] {
  return async (what) => {
    const violation = name('violation', what.violation);
    const by = name('by', what.by);
    return record(deployment, {}, async () => ({
      people: [await personIn(deployment, violation)],
      widens: false,
      seals: true,
      reads: [violationRow(violation), measureRows(violation)],
      note: { by },
      decide(rows, now, seals) {
        const { row, body, measures } = caseIn(rows, violation, now);
        const deciding = [body.by, body.decided?.by, ...measures.map((one) => measureFrom(one).by)];
        if (!deciding.includes(by)) throw noSuch();
        const value = { ...violationOf(row, measures), reason: seals.openText(row) };
        return { evidence: 'violation', state: 'read', changes: [], value };
      },
    }));
  };
}
