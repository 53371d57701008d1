import { day, empty, html, type Markup, none } from '@avow/server/look';
import { type Interest, type InterestEvidence, isAvowFault } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { answered } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { alike } from './alike.ts';
import { partyName } from './parties.ts';

/** What may interest the reader, each with why, and what they can do about it. */
export const interests = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const decided = await centre.avow.interests.of(person);
    const { interests = [], removed = [] } = decided.permitted ? decided.value : {};
    const main = html`<h1>${words.interests.title}</h1><p class="lead">${words.interests.lead}</p>
${decided.permitted && interests.length === 0 ? empty(words.interests.none) : none}
${interests.map((each) => card(visit, each))}
${removed.length === 0 ? none : html`<h2>${words.interests.removed}</h2><p>${words.interests.removedLead}</p><ul class="plain">${removed.map((each) => taken(visit, each))}</ul>`}
<p>${words.interests.off} <a href="${to('/choices')}">${words.rooms.choices}</a>${words.interests.stop}</p>
${answered(visit, decided, { title: decided.permitted ? words.held.shownYou : words.held.refused })}`;
    return c.html(centrePage(visit, words.interests.title, main));
  }, stranger);

/** One change at a time: removed, put right, or let be derived again. */
export const changingInterests = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { answer, interest, to } = await readForm(c, ['answer', 'interest', 'to']);
    const { avow } = centre;
    try {
      if (answer === 'remove') await avow.interests.remove({ person, interest });
      else if (answer === 'correct') await avow.interests.correct({ person, interest, to });
      else if (answer === 'allow') await avow.interests.allow({ person, interest });
      else return faultPage(c, 'bad');
    } catch (problem) {
      // Pressed twice, or on a page that is old: it is as it is, and the page says how.
      if (!isAvowFault(problem, 'AVOW_NOT_FOUND', 'AVOW_INPUT')) throw problem;
    }
    return c.redirect(visit.to('/interests'), 303);
  }, stranger);

/** An interest as people read it; one that there is no more by its name. */
export function interestName({ centre, language }: Visit, interest: string): string {
  const words = centre.avow.interests.words();
  return Object.hasOwn(words, interest) ? (words[interest]?.[language] ?? interest) : interest;
}

function card(visit: Visit, { interest, because, until }: Interest): Markup {
  const { words, to, language, centre } = visit;
  const name = interestName(visit, interest);
  const others = Object.keys(centre.avow.interests.words()).filter((each) => each !== interest);
  const field = `to-${interest.replace(/[^A-Za-z0-9-]/g, '-')}`;
  return html`<section class="card matter"><h2>${name}</h2>
<ul>${alike(
    visit,
    because.map((evidence) => why(visit, evidence)),
  ).map(({ shown }) => html`<li>${shown}</li>`)}</ul>
${until === undefined ? none : html`<p class="quiet small">${words.interests.until} ${day(until, language)}</p>`}
<form method="post" action="${to('/interests')}"><input type="hidden" name="interest" value="${interest}">
<button class="button button-plain button-small" name="answer" value="remove" aria-label="${words.interests.removeOf(name)}">${words.interests.remove}</button></form>
${
  others.length === 0
    ? none
    : html`<details><summary>${words.interests.instead}</summary><form method="post" action="${to('/interests')}"><input type="hidden" name="interest" value="${interest}">
<p class="field"><label for="${field}">${words.interests.instead}</label><select id="${field}" name="to">${others.map((each) => html`<option value="${each}">${interestName(visit, each)}</option>`)}</select></p>
<button class="button button-plain button-small" name="answer" value="correct">${words.interests.save}</button></form></details>`
}</section>`;
}

/** Why it is kept, in words. */
function why(visit: Visit, evidence: InterestEvidence): Markup {
  const { words, language } = visit;
  const said = words.interests.because[evidence.from];
  const on = html` <span class="quiet">${day(evidence.at, language)}</span>`;
  switch (evidence.from) {
    case 'page': {
      const name = visit.centre.pageName?.(evidence.page, language);
      return html`${said} ${name === undefined ? html`<code>${evidence.page}</code>` : html`“${name}”`}${on}`;
    }
    case 'language':
      return html`${said} <code>${evidence.language}</code>${on}`;
    case 'partner':
      return html`${said} ${partyName(visit, evidence.partner)}${on}`;
    case 'person':
      return html`${said}${on}`;
  }
}

function taken(visit: Visit, interest: string): Markup {
  const { words, to } = visit;
  const name = interestName(visit, interest);
  return html`<li><form class="ways" method="post" action="${to('/interests')}"><input type="hidden" name="interest" value="${interest}"><span>${name}</span>
<button class="button-link" name="answer" value="allow" aria-label="${words.interests.allowOf(name)}">${words.interests.allow}</button></form></li>`;
}
