import type { Words } from '@avow/policy';
import { empty, html, type Markup, none } from '@avow/server/look';
import { asConsentId, type Choice, type Consent, type PersonId } from 'avow';
import type { Matter } from '../options.ts';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { card } from './matter.ts';

/** What the reader allows: each question in the policy's words, the answer given, and the way back. */
export const choices = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const matters = centre.matters ?? [];
    const given = await centre.avow.consents.list(person);
    const newest = new Map(matters.map((matter) => [matter, standingOn(given, matter)]));
    const asked = [...newest.values()];
    // What was chosen about cookies has its own page, which removes them as well.
    const ofCookies = centre.cookies === undefined ? [] : centre.avow.cookies.purposes();
    const others = given.filter(
      (each) =>
        each.state === 'given' &&
        !asked.includes(each) &&
        !each.purposes.some((purpose) => ofCookies.includes(purpose)),
    );
    const cards = await Promise.all(
      [...newest].map(([matter, standing]) => card(visit, person, { matter, standing })),
    );
    const more = await Promise.all(others.map((standing) => card(visit, person, { standing })));
    const main = html`<h1>${words.choices.title}</h1><p class="lead">${words.choices.lead}</p>
${cards}${cards.length + more.length === 0 ? empty(words.choices.none) : none}
${more.length === 0 ? none : html`<h2>${words.choices.others}</h2><p>${words.choices.othersLead}</p>${more}`}
${aboutCookies(visit)}`;
    return c.html(centrePage(visit, words.choices.title, main));
  }, stranger);

function aboutCookies({ centre, words }: Visit): Markup {
  if (centre.cookies === undefined) return none;
  const { choices } = words;
  return html`<h2>${choices.cookies}</h2><p>${choices.cookiesLead}</p>
<p><a class="button button-plain" href="${centre.cookies}">${choices.toCookies}</a></p>`;
}

/** One answer: allow, refuse or take back. It has taken effect when the page comes back. */
export const choosing = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const form = await readForm(c, ['matter', 'answer', 'consent']);
    const { answer, consent } = form;
    const matter = centre.matters?.find(({ name }) => name === form.matter);
    if (answer === 'withdraw') {
      // Only what counts now: a page that is old takes back nothing that was given since.
      const found = (await centre.avow.consents.list(person)).find(
        (each) => each.consent === consent && each.state === 'given',
      );
      if (found === undefined) return faultPage(c, 'bad');
      await centre.avow.consents.withdraw({ person, consent: asConsentId(consent) });
      return c.redirect(visit.to(`/choices${matter === undefined ? '' : `#${matter.name}`}`), 303);
    }
    if (matter === undefined) return faultPage(c, 'bad');
    const choice = choiceOf(matter, person, visit);
    if (answer === 'allow') await centre.avow.consents.give(choice);
    else if (answer === 'refuse') await centre.avow.consents.refuse(choice);
    else return faultPage(c, 'bad');
    return c.redirect(visit.to(`/choices#${matter.name}`), 303);
  }, stranger);

const choiceOf = (
  { party, action, purposes, categories }: Matter<Words>,
  person: PersonId,
  { language }: Visit,
): Choice<Words> => ({ party, action, purposes, categories, person, language });

/** The last word on a matter: on just this party, act, purposes and categories. */
function standingOn(given: readonly Consent<Words>[], matter: Matter<Words>) {
  const same = (a: readonly string[], b: readonly string[]) =>
    [...a].sort().join() === [...b].sort().join();
  return given
    .filter(
      (each) =>
        each.party === matter.party &&
        each.action === matter.action &&
        same(each.purposes, matter.purposes) &&
        same(each.categories, matter.categories),
    )
    .sort((a, b) => a.at - b.at)
    .at(-1);
}
