import type { Words } from '@avow/policy';
import type { Seals } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Deployment } from '../deployment.ts';
import { questionOf } from '../door/question.ts';
import type { Acts, Disclosed } from '../face/acts.ts';
import type { PersonId } from '../face/ids.ts';
import { recordOf } from '../register/record.ts';
import type { Rows } from '../rows/reading.ts';
import { classOfCategory } from './retention.ts';

/** Any act that reads: the values of all categories asked for, or, if one is refused, of none. */
export function actWith(deployment: Deployment): Acts<Words>['act'] {
  return async (action, asked) => {
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOf(action, asked, words);
    const { person, categories } = question;
    return perform<Disclosed<Words>>(deployment, () => ({
      person,
      questions: [question],
      lock: 'shared',
      reads: categories.map((category) => recordOf(person, category)),
      retentions: categories.map((category) => classOfCategory(words, category)),
      apply: (rows, _now, seals) => open(person, categories, rows, seals),
    }));
  };
}

/** Opens what is held in some categories; one of which nothing is held is absent. */
function open(person: PersonId, categories: readonly string[], rows: Rows, seals: Seals) {
  const values: Record<string, string> = {};
  const touched: string[] = [];
  for (const category of categories) {
    const [row] = rows.of(recordOf(person, category));
    if (!row) continue;
    values[category] = Buffer.from(seals.open(row)).toString('utf8');
    touched.push(row.id);
  }
  return { value: { values }, touched };
}
