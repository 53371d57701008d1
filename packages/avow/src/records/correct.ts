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
import { finderLocks, type Keeping, keep, keepReads, retentionsOf } from './keep.ts';

/** Puts right what is held of a person, at their own wish. What is not held is collected, not corrected. */
export function correctWith(deployment: Deployment): Acts<Words>['correct'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const fields = fieldsOf(what.fields, words);
    const person = asPersonId(what.person);
    const keeping: Keeping = { person, fields, source: 'person', findBy: new Set(), words };
    const categories = [...fields.keys()];
    const held = categories.map((category) => recordOf(person, category));
    const request = repeatable(vault, what, 'correct', {
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
        reads: [...keepReads(vault, keeping), ...held],
        retentions: retentionsOf(keeping),
        apply(rows, now, seals) {
          mustBeHeld(categories, rows, held);
          return { value: { categories }, ...keep(vault, keeping, rows, now, seals) };
        },
      }),
      { ...request, value: () => ({ categories }) },
    );
  };
}

function mustBeHeld(
  categories: readonly string[],
  rows: Rows,
  held: readonly ReturnType<typeof recordOf>[],
): void {
  const missing = categories.find((_, index) => rows.of(held[index]!).length === 0);
  if (missing !== undefined) {
    throw new AvowError(
      'AVOW_NOT_FOUND',
      'nothing is held that could be corrected',
      `fields.${missing}`,
    );
  }
}
