import type { Words } from '@avow/policy';
import { faults, html, type Markup } from '@avow/server/look';
import type { StatutoryDuty } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { policyWords } from '../../../web/policy.ts';
import type { Console, Seen } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { caseEndField, readCaseEnd } from '../../form/end.ts';
import { personField } from '../../form/person.ts';
import { ticked } from '../../form/ticked.ts';
import { personNamed } from '../person.ts';
import { statuteNamed, statuteTerms } from './ground.ts';
import { statuteWay } from './list.ts';

/** Opens a case about somebody on a duty in law: of whom, and what of it. */
export const onStatute =
  ({ avow }: Console): Handle =>
  async (c) => {
    const found = await statuteNamed(avow, c.req.query('duty'));
    return found === undefined ? faultPage(c, 'notFound') : show(c, found);
  };

export const usingStatute =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const form = await readForm(c, ['duty', 'person', 'expires', 'once']);
    const categories = await readTicked(c, 'categories');
    const found = await statuteNamed(place.avow, form.duty);
    if (found === undefined) return faultPage(c, 'changed');
    const person = await personNamed(place, form.person);
    const end = readCaseEnd(form.expires, (place.now ?? Date.now)());
    const isAmong =
      categories.length > 0 && categories.every((each) => found.categories.includes(each));
    if (person === undefined || !isAmong || end.isWrong) {
      const entered = { person: form.person, categories, expires: form.expires };
      const isKnown = person !== undefined;
      return show(c, found, entered, { isKnown, isAmong, isEnd: !end.isWrong });
    }
    const { case: opened } = await place.avow.desk.cases.open({
      ...{ type: 'law', person, by, categories, evidence: found.duty },
      ...{ to: { party: found.party }, ...keyOf(form) },
      ...(end.at !== undefined && { expires: end.at }),
    });
    return c.redirect(visit.to('case', { case: opened, done: 'opened' }), 303);
  };

function show(
  c: Seen,
  found: StatutoryDuty<Words>,
  entered: {
    readonly person: string;
    readonly categories: readonly string[];
    readonly expires: string;
  } = { person: '', categories: [], expires: '' },
  { isKnown, isAmong, isEnd } = { isKnown: true, isAmong: true, isEnd: true },
) {
  const { visit } = c.var;
  const { words, language } = visit;
  const { statutes: said, order } = words;
  const person = isKnown ? undefined : order.wrong.person;
  const categories = isAmong ? undefined : order.wrong.categories;
  const expires = isEnd ? undefined : words.caseEnd.wrong;
  const wrong = Object.entries({ person, categories, expires }).flatMap(([name, error]) =>
    error === undefined ? [] : [{ name, error }],
  );
  const spoken = policyWords(visit);
  const options = found.categories.map((each) => [each, spoken.category(each)] as const);
  const inside: Markup = html`${faults(language, wrong)}
${personField(visit, { value: entered.person, error: person })}
${ticked({ name: 'categories', label: order.categories, hint: order.categoriesHint, options, chosen: entered.categories, error: categories })}
${caseEndField(visit, entered.expires, !isEnd)}`;
  const main = deedPage(visit, {
    ...said.use,
    ...{ route: 'usingStatute', way: statuteWay(visit), inside },
    about: statuteTerms(visit, found),
    fields: { duty: found.duty },
    cancel: visit.to('statutes'),
  });
  return c.html(consolePage(visit, said.use.title, main), wrong.length === 0 ? 200 : 422);
}
