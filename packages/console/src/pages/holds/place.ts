import { faults, html, type Markup, tick } from '@avow/server/look';
import type { PersonId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { policyWords } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { choice } from '../form/choice.ts';
import { date } from '../form/date.ts';
import { type DocumentWrong, documentField } from '../form/document.ts';
import { ticked } from '../form/ticked.ts';
import {
  coverable,
  type Entered,
  kinds,
  nothingEntered,
  readEntered,
  termsIn,
  type Wrong,
  wrongBy,
} from './entered.ts';
import { subjectNamed } from './person.ts';
import { holdsWay } from './room.ts';

/** The form for a hold on somebody: what obliges us, the document, what it covers, until when. */
export const placeHold =
  (place: Console): Handle =>
  async (c, { operator }) => {
    const subject = await subjectNamed(place, c.req.query('person'));
    if (subject === undefined) return faultPage(c, 'notFound');
    const { person } = subject;
    return person === operator ? faultPage(c, 'another') : show(c, person, nothingEntered);
  };

/** Places it. Whoever is signed in answers for the document. */
export const placingHold =
  (place: Console): Handle =>
  async (c, { operator: verifiedBy }) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const sent = await readForm(c, ['person', 'once']);
    const key = keyOf(sent);
    const subject = await subjectNamed(place, sent.person);
    if (subject === undefined) return faultPage(c, 'notFound');
    const { person } = subject;
    const entered = await readEntered(c);
    const { terms, wrong } = termsIn(visit, entered, now());
    if (terms === undefined) return show(c, person, entered, wrong, entered.document.wrong);
    try {
      await avow.holds.place({ person, verifiedBy, ...terms, ...key });
    } catch (fault) {
      const found = wrongBy(visit, fault);
      if (found === undefined) throw fault;
      return show(c, person, entered, found);
    }
    return c.redirect(visit.to('held', { person, done: 'placed' }), 303);
  };

function show(
  c: Seen,
  person: PersonId,
  entered: Entered,
  wrong: Wrong = {},
  document?: DocumentWrong,
) {
  const { visit } = c.var;
  const { title, lead, button } = visit.words.placeHold;
  const main = deedPage(visit, {
    ...{ title, lead, button, route: 'placingHold', way: holdsWay(visit, person) },
    about: html`<p><code>${person}</code></p>`,
    ...{ inside: fieldsOf(visit, entered, wrong, document), takesDocument: true },
    fields: { person },
    cancel: visit.to('held', { person }),
  });
  const status = Object.keys(wrong).length === 0 ? 200 : 422;
  return c.html(consolePage(visit, title, main), status);
}

function fieldsOf(
  visit: Visit,
  { kind, everything, categories, until }: Entered,
  wrong: Wrong,
  document: DocumentWrong | undefined,
): Markup {
  const { words, language } = visit;
  const { placeHold: said, holds: room, order } = words;
  const spoken = policyWords(visit);
  const listed = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`${faults(language, listed)}
${choice({ name: 'kind', label: said.kind, unchosen: order.choose, options: kinds.map((each) => [each, room.kinds[each]] as const), chosen: kind, error: wrong.kind })}
${documentField(visit, document)}
<p class="quiet small">${said.verifier}</p>
${tick({ name: 'everything', label: said.everything, ticked: everything !== '' })}
${ticked({ name: 'categories', label: said.categories, hint: said.categoriesHint, options: coverable(visit).map((each) => [each, spoken.category(each)] as const), chosen: categories, error: wrong.categories })}
${date({ name: 'until', label: said.ends, hint: said.endsHint, value: until, error: wrong.until })}`;
}
