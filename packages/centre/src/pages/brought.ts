import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none } from '@avow/server/look';
import { asPartyId, type Brought, isAvowFault, type OwnBrought } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { answered, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { partyName } from './parties.ts';

/** What partners brought of the reader, each with the partner that it came from, and what they removed of it. */
export const brought = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const { brought: said } = words;
    const decided = await centre.avow.imports.of(person);
    const { brought: found = [], removed = [] } = decided?.permitted ? decided.value : {};
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${decided === undefined || (decided.permitted && found.length === 0) ? empty(said.none) : none}
${found.map((each) => card(visit, each))}
${removed.length === 0 ? none : html`<h2>${said.removed}</h2><p>${said.removedLead}</p><ul class="plain">${removed.map((each) => taken(visit, each))}</ul>`}
${decided === undefined ? none : answered(visit, decided, { title: decided.permitted ? words.held.shownYou : words.held.refused })}`;
    return c.html(centrePage(visit, said.title, main));
  }, stranger);

/** One change at a time: removed, or let be brought again. */
export const changingBrought = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { answer, party, category } = await readForm(c, ['answer', 'party', 'category']);
    const { imports } = centre.avow;
    try {
      const what = { person, party: asPartyId(party), category };
      if (answer === 'remove') await imports.remove(what);
      else if (answer === 'allow') await imports.allow(what);
      else return faultPage(c, 'bad');
    } catch (problem) {
      // Pressed twice, or on a page that is old: it is as it is, and the page says how.
      if (!isAvowFault(problem, 'AVOW_NOT_FOUND')) throw problem;
    }
    return c.redirect(visit.to('/brought'), 303);
  }, stranger);

function card(
  visit: Visit,
  { party, category, value, collected, expires }: Brought<Words>,
): Markup {
  const { words, language } = visit;
  const { brought: said } = words;
  const what = policyWords(visit).category(category);
  const partner = partyName(visit, party);
  return html`<section class="card matter"><h2>${said.by(partner)}</h2><p><span class="quiet">${what}</span><br>${value}</p>
<p class="quiet small">${said.since} ${day(collected, language)}${expires === undefined ? none : html` · ${said.until} ${day(expires, language)}`}</p>
${change(visit, { party, category }, 'remove', said.remove, said.removeOf(what, partner))}</section>`;
}

function taken(
  visit: Visit,
  { party, category, at }: OwnBrought<Words>['removed'][number],
): Markup {
  const { words, language } = visit;
  const { brought: said } = words;
  const what = policyWords(visit).category(category);
  const partner = partyName(visit, party);
  return html`<li><span>${said.by(partner)} · ${what}</span> <span class="quiet small">${said.on} ${day(at, language)}</span>
${change(visit, { party, category }, 'allow', said.allow, said.allowOf(what, partner))}</li>`;
}

function change(
  { to }: Visit,
  { party, category }: { readonly party: string; readonly category: string },
  answer: 'remove' | 'allow',
  label: string,
  heard: string,
): Markup {
  return html`<form method="post" action="${to('/brought')}"><input type="hidden" name="party" value="${party}"><input type="hidden" name="category" value="${category}">
<button class="button button-plain button-small" name="answer" value="${answer}" aria-label="${heard}">${label}</button></form>`;
}
