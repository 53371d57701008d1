import type { Deployment } from '../../deployment.ts';
import { actorOf } from '../../desk/by.ts';
import { repeatable } from '../../door/idempotency.ts';
import { malformed, moment, name } from '../../door/text.ts';
import type { Violations } from '../../face/violations.ts';
import { AvowError } from '../../fault.ts';
import { MOST_ROWS } from '../../register/reference.ts';
import { caseRef, MEASURE, type MeasureBody, measureFrom } from '../../register/violation.ts';
import { changeCase } from './change.ts';

/** Writes down a measure that was taken because of an upheld violation. */
export function takeWith(deployment: Deployment): Violations['take'] {
  const { vault } = deployment;
  return async (what) => {
    const violation = name('violation', what.violation);
    const by = actorOf(what);
    const measure = name('what', what.what);
    const ends = what.until === undefined ? null : moment('until', what.until);
    const request = repeatable(what, 'violations.take', { violation, by, measure, ends });
    return changeCase(deployment, { violation, by, request }, ({ row, body, measures }, now) => {
      if (row.state !== 'upheld') throw new AvowError('AVOW_STATE', 'is not upheld', 'violation');
      if (ends !== null && ends <= now) throw malformed('until', 'must lie in the future');
      if (measures.length >= MOST_ROWS) {
        throw new AvowError('AVOW_TOO_MANY', 'has too many measures', 'violation');
      }
      const draft = {
        id: vault.mint(),
        kind: MEASURE,
        person: row.person ?? '',
        ref: caseRef(violation),
        state: 'taken',
        at: now,
      };
      const taken: MeasureBody = { violation, what: measure, by: by ?? null, ends, lifted: null };
      return {
        evidence: 'measure',
        done: 'taken',
        state: row.state,
        body,
        measures: [{ row: draft, body: taken }],
      };
    });
  };
}

/** Writes down that a measure was lifted. */
export function liftWith(deployment: Deployment): Violations['lift'] {
  return async (what) => {
    const violation = name('violation', what.violation);
    const by = actorOf(what);
    const measure = name('measure', what.measure);
    const request = repeatable(what, 'violations.lift', { violation, by, measure });
    return changeCase(deployment, { violation, by, request }, ({ row, body, measures }, now) => {
      const before = measures.find(({ id }) => id === measure);
      if (!before) throw new AvowError('AVOW_NOT_FOUND', 'no such measure', 'measure');
      if (before.state !== 'taken') throw new AvowError('AVOW_STATE', 'is lifted', 'measure');
      const lifted: MeasureBody = {
        ...measureFrom(before),
        by: by ?? null,
        ends: null,
        lifted: now,
      };
      const draft = { ...before, person: before.person ?? '', state: 'lifted' };
      return {
        evidence: 'measure',
        done: 'lifted',
        state: row.state,
        body,
        measures: [{ before, row: draft, body: lifted }],
      };
    });
  };
}
