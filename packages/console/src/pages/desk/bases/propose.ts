import { faults, field, html } from '@avow/server/look';
import { asPartyId, isAvowFault } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { policyWords } from '../../../web/policy.ts';
import type { Console, Seen, Visit } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { coverable } from '../../engage/allowed.ts';
import { DAY, date, dayOf } from '../../form/date.ts';
import { ticked } from '../../form/ticked.ts';
import { engagedAs } from '../../party/engaged-as.ts';
import { partyName } from '../../party/name.ts';
import { basesWay } from './steps.ts';

/** What stands in the form: the words by language, the rest once. */
interface Entered {
  readonly words: Readonly<Record<string, string>>;
  readonly categories: readonly string[];
  readonly parties: readonly string[];
  readonly until: string;
}

type Wrong = Readonly<Record<string, string>>;

const nothing: Entered = { words: {}, categories: [], parties: [], until: '' };

export const propose =
  (place: Console): Handle =>
  async (c) =>
    show(c, nothing, await engagedAs(place, 'thirdParty'));

export const proposing =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { avow, now = Date.now } = place;
    const { visit } = c.var;
    const languages = spokenIn(visit);
    const form: Readonly<Record<string, string>> = await readForm(c, [
      ...languages.map(fieldOf),
      ...['until', 'once'],
    ]);
    const entered: Entered = {
      words: Object.fromEntries(languages.map((each) => [each, form[fieldOf(each)] ?? ''])),
      categories: [...new Set(await readTicked(c, 'categories'))],
      parties: [...new Set(await readTicked(c, 'parties'))],
      until: form['until'] ?? '',
    };
    const offered = await engagedAs(place, 'thirdParty');
    const wrong = wrongIn(visit, entered, offered, now());
    const until = dayOf(entered.until);
    if (until === undefined || Object.keys(wrong).length > 0) {
      return show(c, entered, offered, wrong);
    }
    try {
      await avow.desk.bases.propose({
        ...{ words: entered.words, categories: entered.categories, by },
        parties: entered.parties.map((each) => asPartyId(each)),
        // Through the whole of its last day.
        until: until + DAY,
        ...keyOf({ once: form['once'] ?? '' }),
      });
    } catch (fault) {
      if (isAvowFault(fault, 'AVOW_NOT_FOUND')) return faultPage(c, 'notAppointed');
      throw fault;
    }
    return c.redirect(visit.to('bases', { done: 'proposed' }), 303);
  };

const fieldOf = (language: string): string => `words-${language}`;

const spokenIn = ({ place }: Visit): readonly string[] =>
  place.avow.policy.current().policy.vocabulary.languages;

/** What a basis could cover: what the policy permits to a third party on one. */
const offerable = ({ place }: Visit): readonly string[] =>
  coverable(place, 'thirdParty', 'rules.basis');

function wrongIn(
  visit: Visit,
  { words, categories, parties, until }: Entered,
  offered: readonly string[],
  now: number,
): Wrong {
  const { wrong } = visit.words.bases;
  const may = offerable(visit);
  const ends = dayOf(until);
  const unsaid = Object.entries(words).filter(([, text]) => text === '' || text.length > 2_000);
  const isAmong = (chosen: readonly string[], of: readonly string[]) =>
    chosen.length > 0 && chosen.every((each) => of.includes(each));
  return {
    ...Object.fromEntries(unsaid.map(([language]) => [fieldOf(language), wrong.words])),
    ...(!isAmong(categories, may) && { categories: wrong.categories }),
    ...(!isAmong(parties, offered) && { parties: wrong.parties }),
    ...((ends === undefined || ends + DAY <= now) && { until: wrong.until }),
  };
}

function show(c: Seen, entered: Entered, offered: readonly string[], wrong: Wrong = {}) {
  const { visit } = c.var;
  const { bases: said } = visit.words;
  const spoken = policyWords(visit);
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const labels: Readonly<Record<string, string>> = said.say;
  const inside = html`${faults(visit.language, found)}
${spokenIn(visit).map((each) =>
  field({
    ...{ name: fieldOf(each), label: labels[each] ?? each, hint: said.sayHint, lines: 4 },
    ...{ value: entered.words[each], error: wrong[fieldOf(each)], limit: 2_000, required: true },
  }),
)}
${ticked({ name: 'categories', label: said.covers, hint: said.coversHint, options: offerable(visit).map((each) => [each, spoken.category(each)] as const), chosen: entered.categories, error: wrong['categories'] })}
${ticked({ name: 'parties', label: said.parties, hint: said.partiesHint, options: offered.map((each) => [each, partyName(visit, each)] as const), chosen: entered.parties, error: wrong['parties'] })}
${date({ name: 'until', label: said.until, hint: said.untilHint, value: entered.until, error: wrong['until'] })}`;
  const main = deedPage(visit, {
    ...{ ...said.propose, route: 'proposing', way: basesWay(visit), inside, fields: {} },
    cancel: visit.to('bases'),
  });
  return c.html(consolePage(visit, said.propose.title, main), found.length === 0 ? 200 : 422);
}
