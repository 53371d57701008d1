import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { Visits } from '../face/visits.ts';
import { classesIn } from '../items/asked.ts';
import { booksOf, dayOf } from '../register/visit.ts';
import { keepNotes } from './keep.ts';
import { listOf, tellable } from './list.ts';
import { checkTimes, type ReadVisits, readVisits } from './read.ts';

/** Records visits: receiving them *and* keeping them must be permitted, in all their categories. */
export function recordWith(deployment: Deployment, clock: Clock): Visits<Words>['record'] {
  const { vault, policy, telemetry } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const person = asPersonId(what.person);
    const purpose = word('purpose', what.purpose ?? purposes.security, 'purposes', words);
    const given = readVisits(what.visits, words);
    const categories = categoriesOf(given, words);
    if (categories.length === 0) throw malformed('visits', 'must hold something that is listed');
    const value = { count: given.visits.length, dropped: given.dropped.length };
    let isNews = true;
    const options = {
      ...what,
      onReplay() {
        isNews = false;
        what.onReplay?.();
      },
    };
    const visits = given.visits.map(({ values, at }) => ({ at, values: [...values] }));
    const request = repeatable(options, 'visits.record', { person, purpose, visits });
    const decided = await perform(
      deployment,
      () => {
        const day = dayOf(clock.now());
        return {
          person,
          questions: questionsOf(person, purpose, categories),
          lock: 'exclusive' as const,
          reads: categories.map((category) => booksOf(person, category, day)),
          seals: classesIn(categories),
          opens: classesIn(categories),
          apply(unit: InUnit) {
            checkTimes(given, unit.words, unit.now);
            const pages = pagesOf(given, unit, () => vault.mint());
            const noted = pages.map((page) => ({ ...page, person, day }));
            return { ...keepNotes(vault, noted, unit), value };
          },
        };
      },
      { ...request, value: () => value },
    );
    if (isNews) {
      if (decided.permitted) telemetry.instruments.add('avow.visits.recorded', value.count, {});
      for (const name of given.dropped) {
        telemetry.instruments.add('avow.visits.dropped', 1, { 'avow.field': tellable(name) });
      }
    }
    return decided;
  };
}

/** The categories that the visits have together; when each was belongs to it whatever it says. */
function categoriesOf({ visits }: ReadVisits, words: Words): string[] {
  const time = listOf(words).get('time');
  const said = visits.flatMap(({ values }) => [...values.keys()]);
  return [...new Set([...said, ...(time === undefined ? [] : [time])])].sort();
}

export function questionsOf(
  person: Question['person'],
  purpose: string,
  categories: readonly string[],
): [Question, Question] {
  const about = { person, categories, to: 'platform' } as const;
  return [
    { ...about, action: actions.fromDevice, purpose },
    { ...about, action: actions.store, purpose: purposes.keeping },
  ];
}

/** The visits turned by their side: what is to be written, by category. */
function pagesOf({ visits }: ReadVisits, { words, now }: InUnit, mint: () => string) {
  const time = listOf(words).get('time');
  const pages = new Map<string, { visit: string; value: string }[]>();
  const note = (category: string, visit: string, value: string) => {
    const page = pages.get(category);
    if (page) page.push({ visit, value });
    else pages.set(category, [{ visit, value }]);
  };
  for (const { values, at } of visits) {
    const visit = mint();
    if (time !== undefined) note(time, visit, new Date(at ?? now).toISOString());
    for (const [category, value] of values) note(category, visit, value);
  }
  return [...pages].map(([category, notes]) => ({ category, notes }));
}
