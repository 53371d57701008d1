import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPersonId } from '../../door/ids.ts';
import { LONGEST_VALUE, name, text } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { PersonId } from '../../face/ids.ts';
import type { Violation, Violations } from '../../face/violations.ts';
import { AvowError } from '../../fault.ts';
import {
  appealRow,
  caseRef,
  measureRows,
  VIOLATION_APPEAL,
  type ViolationBody,
  violationRow,
} from '../../register/violation.ts';
import { addEvidence, changeEvidence } from '../../rows/change.ts';
import { type Case, changeCase } from './change.ts';
import { caseIn, noSuch, violationOf } from './violation.ts';

/** Whom an upheld violation is about says that it is wrong, once; somebody else hears it. */
export function appealsWith(deployment: Deployment): Pick<Violations, 'appeal' | 'dismiss'> {
  const { vault } = deployment;
  return {
    async appeal(what) {
      const violation = name('violation', what.violation);
      const person = asPersonId(what.person);
      const said = text('text', what.text, LONGEST_VALUE);
      const request = repeatable(what, 'violations.appeal', { violation, person, said });
      return record<Violation>(deployment, request, () => ({
        people: [person],
        widens: false,
        seals: true,
        reads: [violationRow(violation), measureRows(violation), appealRow(violation)],
        decide(rows, now, seals) {
          const { row, body: before, measures } = caseIn(rows, violation, now);
          if (row.person !== person) throw noSuch();
          // What is reversed may have been heard before, and is no longer to be appealed either way.
          if (before.appeal) throw new AvowError('AVOW_EXISTS', 'was appealed', 'violation');
          if (row.state !== 'upheld') {
            throw new AvowError('AVOW_STATE', 'is not upheld', 'violation');
          }
          const id = vault.mint();
          const { until } = row;
          const own = { id, kind: VIOLATION_APPEAL, person, ref: caseRef(violation) };
          const sealed = seals.sealText({ id, person }, said);
          const body: ViolationBody = {
            ...before,
            appeal: { at: now, state: 'made', decided: null },
          };
          return {
            evidence: 'violation',
            state: 'appealed',
            changes: [
              changeEvidence(row, { body }),
              addEvidence({ ...own, state: 'made', at: now, until, ...sealed }, {}),
            ],
            value: violationOf({ ...row, body: JSON.stringify(body) }, measures),
          };
        },
      }));
    },

    async dismiss(what) {
      const violation = name('violation', what.violation);
      const by = asPersonId(what.by, 'by');
      const request = repeatable(what, 'violations.dismiss', { violation, by });
      return changeCase(deployment, { violation, by, request }, (found, now) => {
        const { row, body } = found;
        if (body.appeal?.state !== 'made') {
          throw new AvowError('AVOW_STATE', 'has no appeal to be heard', 'violation');
        }
        return {
          evidence: 'violation',
          done: 'dismissed',
          state: row.state,
          body: { ...body, ...heardAs('dismissed', found, by, now) },
          measures: [],
        };
      });
    },
  };
}

/** An appeal that is decided: by an operator who neither recorded the violation nor decided on it. */
export function heardAs(
  state: 'dismissed' | 'granted',
  { body }: Case,
  by: PersonId | undefined,
  now: number,
): Pick<ViolationBody, 'appeal'> {
  if (by === undefined) {
    throw new AvowError('AVOW_STATE', 'is missing: an operator hears an appeal', 'by');
  }
  if ([body.by, body.evidence?.verifiedBy, body.decided?.by].includes(by)) {
    throw new AvowError('AVOW_STATE', 'decided before, and cannot hear the appeal', 'by');
  }
  return { appeal: { at: body.appeal?.at ?? now, state, decided: { by, at: now } } };
}
