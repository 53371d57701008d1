import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Deployment } from '../deployment.ts';
import { mustNotHandOver } from '../disclosures/acts.ts';
import { questionOf } from '../door/question.ts';
import { malformed } from '../door/text.ts';
import type { Visits } from '../face/visits.ts';
import { classesIn } from '../items/asked.ts';
import { WITH_METHODS } from '../records/disclose.ts';
import { allBooksOf } from '../register/visit.ts';
import { notesIn } from './content.ts';

type Opened = { readonly visits: readonly Partial<Record<string, string>>[] };

/** Opens somebody's visits: one decision, one entry, which names the records that were opened. */
export function openWith(deployment: Deployment): Visits<Words>['act'] {
  return async (action, some) => {
    if (WITH_METHODS.has(action)) throw malformed('action', 'has a method of its own');
    const words = deployment.policy.current().policy.vocabulary;
    const question = questionOf(action, some, words);
    mustNotHandOver(question, words);
    const { person, categories } = question;
    return perform<Opened>(deployment, () => ({
      person,
      questions: [question],
      lock: 'shared',
      reads: categories.map((category) => allBooksOf(person, category)),
      opens: classesIn(categories),
      apply: (unit) => openAll(person, categories, unit),
    }));
  };
}

function openAll(
  person: string,
  categories: readonly string[],
  { rows, seals, now }: InUnit,
): Done<Opened> {
  const visits = new Map<string, { at: number; values: Record<string, string> }>();
  const touched: string[] = [];
  for (const category of categories) {
    for (const row of rows.of(allBooksOf(person, category))) {
      touched.push(row.id);
      for (const { visit, collected, value } of notesIn(row, seals.open, now)) {
        const one = visits.get(visit) ?? { at: collected, values: {} };
        one.values[category] = value;
        visits.set(visit, one);
      }
    }
  }
  const ordered = [...visits.values()].sort((a, b) => a.at - b.at);
  return { value: { visits: ordered.map(({ values }) => values) }, touched };
}
