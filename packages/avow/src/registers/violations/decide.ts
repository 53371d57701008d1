import type { Deployment } from '../../deployment.ts';
import { actorOf } from '../../desk/by.ts';
import { repeatable } from '../../door/idempotency.ts';
import { name } from '../../door/text.ts';
import type { ViolationState, Violations } from '../../face/violations.ts';
import { AvowError } from '../../fault.ts';
import { measureFrom } from '../../register/violation.ts';
import { heardAs } from './appeal.ts';
import { type Case, changeCase, type MeasureDraft } from './change.ts';

/** From which states each decision leads on. */
const before: Readonly<Record<'upheld' | 'reversed', readonly ViolationState[]>> = {
  upheld: ['open'],
  reversed: ['open', 'upheld'],
};

/** Writes down that a violation was upheld or reversed, and by whom: 3.d rests on it where the two are not the same. */
export function decideWith(
  deployment: Deployment,
  decision: 'upheld' | 'reversed',
): Violations['uphold'] {
  return async (what) => {
    const violation = name('violation', what.violation);
    const by = actorOf(what);
    const request = repeatable(what, `violations.${decision}`, { violation, by });
    return changeCase(deployment, { violation, by, request }, (found, now) => {
      if (!before[decision].includes(found.row.state as ViolationState)) {
        throw new AvowError('AVOW_STATE', `is ${found.row.state} already`, 'violation');
      }
      return {
        evidence: 'violation',
        done: decision,
        state: decision,
        body: {
          ...found.body,
          ...(found.body.appeal?.state === 'made' ? heardAs('granted', found, by, now) : {}),
          decided: { by: by ?? null, at: now },
        },
        measures: decision === 'reversed' ? lifting(found, now) : [],
      };
    });
  };
}

/** What was wrong is undone: every measure that stands is lifted. */
function lifting({ measures }: Case, now: number): MeasureDraft[] {
  return measures
    .filter(({ state }) => state === 'taken')
    .map((row) => ({
      before: row,
      row: { ...row, person: row.person ?? '', state: 'lifted' },
      body: { ...measureFrom(row), ends: null, lifted: now },
    }));
}
