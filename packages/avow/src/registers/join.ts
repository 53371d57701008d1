import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { questionOf } from '../door/question.ts';
import { malformed } from '../door/text.ts';
import type { RegisterEntry, Registers } from '../face/registers.ts';
import { isRegister } from './entries.ts';
import { joinedBy } from './joined.ts';

/** Puts rows of the registers beside a person's information, if the policy permits it to whoever asks. */
export function joinWith(deployment: Deployment): Registers<Words>['join'] {
  return async (asked) => {
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOf(actions.join, asked, words);
    if (!question.categories.every(isRegister)) {
      throw malformed('categories', 'must be registers; anything else is joined by an act');
    }
    return perform<{ readonly entries: readonly RegisterEntry[] }>(deployment, async () => {
      const joined = await joinedBy(deployment, question);
      return {
        person: question.person,
        questions: [question],
        lock: 'shared',
        reads: joined.reads,
        ...(joined.opens ? { opens: joined.opens } : {}),
        apply(unit) {
          const opened = joined.open(unit);
          return {
            value: { entries: opened.map(({ entry }) => entry) },
            touched: opened.map(({ row }) => row.id),
          };
        },
      };
    });
  };
}
