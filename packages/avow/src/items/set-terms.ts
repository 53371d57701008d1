import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import type { Items } from '../face/items.ts';
import { lotsMeant } from '../register/lot.ts';
import { questionOfSome, termsOf } from './asked.ts';
import { setBody } from './lots.ts';
import { type Counted, inSteps } from './steps.ts';

/** Lots whose terms one act sets: its entry names each by two hashes, and an entry is bounded. */
const MOST_SET = 400;

/** Sets terms of some items of a person; nothing of them is opened, for terms lie beside the seal. */
export function setTermsOf(deployment: Deployment): Items<Words>['setTerms'] {
  return async (some) => {
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOfSome(actions.correct, some, words);
    const set = termsOf('set', some.set, words);
    const { person, categories, items } = question;
    return inSteps((after) =>
      perform<Counted>(deployment, () => ({
        person,
        questions: [question],
        lock: 'exclusive',
        reads: [items.read],
        apply({ rows, now }) {
          const meant = lotsMeant(items, rows, now).filter(
            ({ row, category }) => categories.includes(category) && row.id > after,
          );
          const lots = meant.slice(0, MOST_SET);
          return {
            value: {
              count: lots.reduce((sum, { count }) => sum + count, 0),
              next: meant.length > lots.length ? lots.at(-1)?.row.id : undefined,
            },
            changes: lots.map((lot) => setBody(lot, { ...lot, terms: { ...lot.terms, ...set } })),
            touched: lots.map(({ row }) => row.id),
          };
        },
      })),
    );
  };
}
