import { faults, html, type Markup, terms } from '@avow/server/look';
import type { Violation } from 'avow';
import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { policyWords } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { coverable } from '../engage/allowed.ts';
import { caseEndField, readCaseEnd } from '../form/end.ts';
import { ticked } from '../form/ticked.ts';
import { partyName } from '../party/name.ts';
import { aboutWhom, violationsWay } from './list.ts';
import { registerWord } from './word.ts';

interface Entered {
  readonly categories: readonly string[];
  readonly expires: string;
}

type Wrong = Partial<Record<keyof Entered, string>>;

/** Why no case is opened on a violation; undefined: one may be. */
export function whyNoCase(
  { words }: Visit,
  { operator }: Operator,
  { state, thirdParty, person }: Violation,
): string | undefined {
  const { why } = words.onViolation;
  if (person === operator) return why.own;
  if (state === 'open') return why.open;
  if (state === 'reversed') return why.reversed;
  return thirdParty === undefined ? why.nobody : undefined;
}

/** Opens a case on a violation: what the third party that it names has to know of the person, and until when. */
export const onViolation =
  (place: Console): Handle =>
  async (c, operator) => {
    const found = await place.avow.registers.violations.get(c.req.query('violation') ?? '');
    return found === undefined ? faultPage(c, 'notFound') : show(c, operator, found);
  };

export const openingOnViolation =
  (place: Console): Handle =>
  async (c, operator) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const { operator: by } = operator;
    const form = await readForm(c, ['violation', 'expires', 'once']);
    const key = keyOf(form);
    const found = await avow.registers.violations.get(form.violation);
    if (found === undefined) return faultPage(c, 'notFound');
    const entered: Entered = { ...form, categories: await readTicked(c, 'categories') };
    const { thirdParty, violation, person } = found;
    if (thirdParty === undefined || whyNoCase(visit, operator, found) !== undefined) {
      return show(c, operator, found, entered, {}, 409);
    }
    const end = readCaseEnd(entered.expires, now());
    const wrong = wrongIn(visit, entered, end.isWrong);
    if (Object.keys(wrong).length > 0) return show(c, operator, found, entered, wrong, 422);
    const { case: opened } = await avow.desk.cases.open({
      ...{ type: 'violation', person, by, evidence: violation, to: { party: thirdParty } },
      categories: [...new Set(entered.categories)],
      ...(end.at !== undefined && { expires: end.at }),
      ...key,
    });
    return c.redirect(visit.to('case', { case: opened, done: 'opened' }), 303);
  };

function wrongIn(visit: Visit, { categories }: Entered, isEndWrong: boolean): Wrong {
  const { order, caseEnd } = visit.words;
  const may = coverable(visit.place, 'thirdParty', 'rules.violation');
  const isAmong = categories.length > 0 && categories.every((each) => may.includes(each));
  return {
    ...(!isAmong && { categories: order.wrong.categories }),
    ...(isEndWrong && { expires: caseEnd.wrong }),
  };
}

function show(
  c: Seen,
  operator: Operator,
  found: Violation,
  entered: Entered = { categories: [], expires: '' },
  wrong: Wrong = {},
  status: 200 | 409 | 422 = 200,
) {
  const { visit } = c.var;
  const { words, language, to } = visit;
  const { onViolation: said } = words;
  const { violation } = found;
  const about = terms([
    [
      words.violations.rule,
      html`<a href="${to('violation', { violation })}">${registerWord(visit, found.rule)}</a>`,
    ],
    [words.violations.about, aboutWhom(visit, found)],
    [words.violations.state, words.violations.states[found.state]],
    [
      words.violation.thirdParty,
      found.thirdParty === undefined ? words.listed.none : partyName(visit, found.thirdParty),
    ],
  ]);
  const why = whyNoCase(visit, operator, found);
  if (why !== undefined) {
    const main = html`${violationsWay(visit)}<h1>${said.title}</h1>${about}<p class="why-not">${why}</p>`;
    return c.html(consolePage(visit, said.title, main), status);
  }
  const listed = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const main = deedPage(visit, {
    ...{ title: said.title, lead: said.lead, button: said.button, about },
    ...{ route: 'openingOnViolation', way: violationsWay(visit), fields: { violation } },
    inside: html`${faults(language, listed)}${fieldsOf(visit, entered, wrong)}`,
    cancel: to('violation', { violation }),
  });
  return c.html(consolePage(visit, said.title, main), status);
}

function fieldsOf(visit: Visit, { categories, expires }: Entered, wrong: Wrong): Markup {
  const { onViolation: said } = visit.words;
  const spoken = policyWords(visit);
  const may = coverable(visit.place, 'thirdParty', 'rules.violation');
  return html`${ticked({
    ...{ name: 'categories', label: said.categories, hint: said.categoriesHint },
    options: may.map((each) => [each, spoken.category(each)] as const),
    ...{ chosen: categories, error: wrong.categories },
  })}
${caseEndField(visit, expires, wrong.expires !== undefined)}`;
}
