import { faults, field, html } from '@avow/server/look';
import { asPartyId, isAvowFault } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { policyWords } from '../../../web/policy.ts';
import type { Console, Seen, Visit } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { countries, isCountry } from '../../engage/countries.ts';
import { choice } from '../../form/choice.ts';
import { DAY, date, dayOf } from '../../form/date.ts';
import { ticked } from '../../form/ticked.ts';
import { engagedAs } from '../../party/engaged-as.ts';
import { partyName } from '../../party/name.ts';
import { lawfully } from '../order/record.ts';
import { statuteWay } from './list.ts';

const fields = ['law', 'article', 'country', 'party', 'from', 'until'] as const;

/** What stands in the form. */
type Entered = Readonly<Record<(typeof fields)[number], string>> & {
  readonly categories: readonly string[];
};
type Wrong = Partial<Record<keyof Entered, string>>;

const nothing: Entered = {
  ...{ law: '', article: '', country: '', party: '', from: '', until: '' },
  categories: [],
};

/** Puts a duty in law on the register. */
export const statute =
  (place: Console): Handle =>
  async (c) =>
    show(c, nothing, await bodies(place));

export const registering =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { avow, now = Date.now } = place;
    const { visit } = c.var;
    const form = await readForm(c, [...fields, 'once']);
    const entered: Entered = { ...form, categories: await readTicked(c, 'categories') };
    const offered = await bodies(place);
    const wrong = wrongIn(visit, entered, offered, now());
    if (Object.keys(wrong).length > 0) return show(c, entered, offered, wrong);
    const from = dayOf(entered.from);
    const until = dayOf(entered.until);
    try {
      await avow.desk.duties.register({
        ...{ law: entered.law, article: entered.article, country: entered.country, by },
        ...{ party: asPartyId(entered.party), categories: [...new Set(entered.categories)] },
        ...(from !== undefined && { from }),
        // Through the whole of its last day.
        ...(until !== undefined && { until: until + DAY }),
        ...keyOf(form),
      });
    } catch (fault) {
      if (isAvowFault(fault, 'AVOW_NOT_FOUND')) return faultPage(c, 'notAppointed');
      throw fault;
    }
    return c.redirect(visit.to('statutes', { done: 'registered' }), 303);
  };

/** To whom a law may say that something is handed: who is engaged as a body or a third party. */
const bodies = async (place: Console): Promise<readonly string[]> =>
  (await Promise.all([engagedAs(place, 'authority'), engagedAs(place, 'thirdParty')])).flat();

function wrongIn(
  { words, place }: Visit,
  { law, article, country, party, from, until, categories }: Entered,
  offered: readonly string[],
  now: number,
): Wrong {
  const { wrong } = words.statutes;
  const isText = (text: string) => text.length > 0 && text.length <= 200;
  const begins = from === '' ? now : dayOf(from);
  const ends = until === '' ? undefined : dayOf(until);
  const isLate = ends !== undefined && ends + DAY > Math.max(begins ?? now, now);
  const may = lawfully(place);
  return {
    ...(!isText(law) && { law: wrong.law }),
    ...(!isText(article) && { article: wrong.article }),
    ...(!isCountry(country) && { country: words.order.wrong.country }),
    ...(!offered.includes(party) && { party: wrong.party }),
    ...((categories.length === 0 || !categories.every((each) => may.includes(each))) && {
      categories: words.order.wrong.categories,
    }),
    ...(begins === undefined && { from: words.order.wrong.from }),
    ...(until !== '' && !isLate && { until: words.order.wrong.until }),
  };
}

function show(c: Seen, entered: Entered, offered: readonly string[], wrong: Wrong = {}) {
  const { visit } = c.var;
  const { words, language } = visit;
  const { statutes: said } = words;
  const spoken = policyWords(visit);
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const text = (name: 'law' | 'article') =>
    field({
      ...{ name, label: said[name], hint: said[`${name}Hint`], error: wrong[name] },
      ...{ value: entered[name], autocomplete: 'off', limit: 200, required: true },
    });
  const day = (name: 'from' | 'until') =>
    date({
      ...{ name, label: said[name], hint: said[`${name}Hint`] },
      ...{ value: entered[name], error: wrong[name] },
    });
  const inside = html`${faults(language, found)}
${text('law')}${text('article')}
${choice({ name: 'country', label: said.country, hint: said.countryHint, unchosen: words.order.choose, options: countries(language), chosen: entered.country, error: wrong.country })}
${choice({ name: 'party', label: said.party, hint: said.partyHint, unchosen: words.order.choose, options: offered.map((each) => [each, partyName(visit, each)] as const), chosen: entered.party, error: wrong.party })}
${ticked({ name: 'categories', label: said.categories, hint: said.categoriesHint, options: lawfully(visit.place).map((each) => [each, spoken.category(each)] as const), chosen: entered.categories, error: wrong.categories })}
<div class="dates">${day('from')}${day('until')}</div>`;
  const main = deedPage(visit, {
    ...said.register,
    ...{ route: 'registering', way: statuteWay(visit), inside, fields: {} },
    cancel: visit.to('statutes'),
  });
  const status = found.length === 0 ? 200 : 422;
  return c.html(consolePage(visit, said.register.title, main), status);
}
