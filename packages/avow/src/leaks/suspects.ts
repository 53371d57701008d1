import type { Words } from '@avow/policy';
import { perform } from '../act/act.ts';
import type { Question } from '../act/question.ts';
import { actions, historyCategory, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { mustBeApart } from '../desk/by.ts';
import { asLeakId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { PartyId, PersonId } from '../face/ids.ts';
import type { LeakSuspect, Leaks } from '../face/leaks.ts';
import { knewOf } from './knew.ts';
import { personOfLeak } from './leak.ts';
import type { Suspect } from './rank.ts';
import { whyIn } from './why.ts';

/** Finds who could have leaked it, from the person's history and from what was handed over. */
export function suspectsWith(deployment: Deployment): Leaks<Words>['suspects'] {
  return async (what) => {
    const id = asLeakId(what.leak);
    // On record with the look, in the person's history.
    const by = asPersonId(what.by, 'by');
    const language = languageIn(deployment, what.language);
    const person = await personOfLeak(deployment, id);
    mustBeApart([person], by);
    const question: Question = {
      ...{ person, action: actions.show, purpose: purposes.security },
      ...{ categories: [historyCategory], to: { staff: by }, leak: 'inspected' },
    };
    return perform<{ readonly suspects: readonly LeakSuspect<Words>[] }>(deployment, async () => {
      const knew = await knewOf(deployment, id, person);
      return {
        person,
        questions: [question],
        lock: 'shared',
        reads: knew.reads,
        apply({ rows, now, seals, words }) {
          const found = knew.in(rows, now, seals);
          const suspects = found.map((suspect) => told(suspect, words, language));
          return { value: { suspects }, touched: [id] };
        },
      };
    });
  };
}

function told(suspect: Suspect, words: Words, language: string): LeakSuspect<Words> {
  const { to, isParty, knew, lacked, last, times, weight } = suspect;
  const label = labelsIn(words, language);
  return {
    who: isParty ? { party: to as PartyId } : { user: to as PersonId },
    ...{ knew, lacked, last, times, weight },
    why: whyIn(suspect, language, label),
  };
}

/** A category in the words of the policy. */
export function labelsIn(words: Words, language: string): (category: string) => string {
  return (category) =>
    Object.hasOwn(words.categories, category)
      ? (words.categories[category]?.label[language] ?? category)
      : category;
}

export function languageIn({ policy }: Deployment, language: unknown): string {
  const { languages } = policy.current().policy.vocabulary;
  if (typeof language === 'string' && languages.includes(language)) return language;
  throw malformed('language', `must be one of ${languages.join(', ')}`);
}
