import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { InUnit } from '../act/deed.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { counting, groundFor } from '../desk/counting.ts';
import { mustNotHandOver } from '../disclosures/acts.ts';
import { digestsOf } from '../disclosures/digest.ts';
import { questionOf } from '../door/question.ts';
import { malformed } from '../door/text.ts';
import type { Acts, Disclosed } from '../face/acts.ts';
import type { PersonId } from '../face/ids.ts';
import { heldReads, openHeld } from './held.ts';

/**
 * Acts that do something else than read, or read in a way of their own. To store is permitted for much
 * that must not be read; so none of them may open anything here.
 */
export const WITH_METHODS: ReadonlySet<string> = new Set([
  actions.fromPerson,
  actions.fromDevice,
  actions.fromParty,
  actions.store,
  actions.correct,
  actions.export,
  actions.erase,
  actions.restrict,
  actions.open,
]);

/** Any act that reads: the values of all categories asked for, or, if one is refused, of none. */
export function actWith(deployment: Deployment): Acts<Words>['act'] {
  return async (action, asked) => {
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOf(action, asked, words);
    if (WITH_METHODS.has(action)) throw malformed('action', 'has a method of its own');
    mustNotHandOver(question, words);
    const { person, categories, purpose } = question;
    const count = counting(action === actions.disclose ? groundFor(purpose) : undefined);
    return perform<Disclosed<Words>>(deployment, () => ({
      person,
      questions: [question],
      lock: 'shared',
      locks: count.locks,
      reads: [...heldReads(person, categories), ...count.reads],
      apply(unit) {
        const changes = count.up(unit.rows, 'delivered', unit.now);
        const opened = openAll(person, categories, unit);
        return {
          ...opened,
          changes,
          shown: () => digestsOf(deployment.vault, opened.value.values),
        };
      },
    }));
  };
}

/** Opens what is held in some categories; one of which nothing is held is absent. */
export function openAll(person: PersonId, categories: readonly string[], unit: InUnit) {
  const values: Record<string, string> = {};
  const touched: string[] = [];
  for (const category of categories) {
    const opened = openHeld(unit, person, category);
    if (opened === undefined) continue;
    values[category] = opened.value;
    touched.push(...opened.touched);
  }
  return { value: { values }, touched };
}
