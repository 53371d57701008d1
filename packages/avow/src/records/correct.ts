import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { fieldsOf } from '../door/fields.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import type { Acts } from '../face/acts.ts';
import { AvowError } from '../fault.ts';
import { recordOf } from '../register/record.ts';
import type { Rows } from '../rows/reading.ts';
import { classesOf, finderLocks, type Keeping, keep, keepReads } from './keep.ts';

/** Puts right what is held of a person, at their own wish. What is not held is collected, not corrected. */
export function correctWith(deployment: Deployment): Acts<Words>['correct'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const fields = fieldsOf(what.fields, words);
    const person = asPersonId(what.person);
    const keeping: Keeping = { person, fields, source: 'person', findBy: new Set() };
    const categories = [...fields.keys()];
    const request = repeatable(what, 'correct', {
      person,
      fields: Object.fromEntries(fields),
    });
    return perform(
      deployment,
      () => ({
        person,
        questions: [
          { person, action: actions.correct, purpose: purposes.rights, categories, to: 'person' },
        ],
        lock: 'exclusive',
        locks: finderLocks(vault, keeping),
        reads: keepReads(vault, keeping),
        seals: (words) => classesOf(keeping, words),
        apply(unit) {
          mustBeHeld(keeping, unit.rows);
          return { value: { categories }, ...keep(vault, keeping, unit) };
        },
      }),
      { ...request, value: () => ({ categories }) },
    );
  };
}

function mustBeHeld({ person, fields }: Keeping, rows: Rows): void {
  const absent = [...fields.keys()].find(
    (category) => rows.of(recordOf(person, category)).length === 0,
  );
  if (absent === undefined) return;
  throw new AvowError('AVOW_NOT_FOUND', 'is not held, so cannot be corrected', `fields.${absent}`);
}
