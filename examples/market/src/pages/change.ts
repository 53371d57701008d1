import type { MarketWords } from '@avow/policy-market';
import { day, html, type Markup, none, tick } from '@avow/server/look';
import type { Consent, PolicyDigest, Reasked } from 'avow';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

/** What changes for the reader, in sentences, and the three ways to answer. */
export const change = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const asked = await market.avow.changes.asked(person);
    const main = asked === undefined ? nothing(visit) : question(market, visit, asked);
    return c.html(minePage(visit, visit.words.change.title, main));
  });

/** One answer: accept with what is still allowed, leave, or wait until the date. */
export const answeringChange = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { changes } = market.avow;
    const asked = await changes.asked(person);
    if (asked === undefined) return c.redirect(visit.to('/mine/change'), 303);
    const fields = ['answer', 'version', ...asked.choices.map(boxOf)];
    const form: Readonly<Record<string, string>> = await readForm(c, fields);
    // Whoever read of one version does not answer about another.
    if (form['version'] !== asked.version) return faultPage(c, 'bad');
    const version = form['version'] as PolicyDigest;
    switch (form['answer']) {
      case 'accept': {
        const ticked = asked.choices.filter((choice) => form[boxOf(choice)] === 'yes');
        const renew = ticked.map(({ consent }) => consent);
        await changes.accept({ person, version, language: visit.language, renew });
        return c.redirect(visit.to('/mine/change'), 303);
      }
      case 'leave':
        return c.redirect(visit.to('/mine/leave'), 303);
      case 'later':
        if (asked.isInForce) return faultPage(c, 'bad');
        await changes.later({ person, version });
        return c.redirect(visit.to('/mine'), 303);
      default:
        return faultPage(c, 'bad');
    }
  });

const boxOf = ({ consent }: Consent<MarketWords>): string => `renew-${consent}`;

function nothing({ words }: Visit): Markup {
  return html`<h1>${words.change.nothing}</h1><p class="lead">${words.change.nothingLead}</p>`;
}

function question(market: Market, visit: Visit, asked: Reasked<MarketWords>): Markup {
  const { words, language, to } = visit;
  const { change } = words;
  const { version, from, isInForce, difference } = asked;
  return html`<h1>${change.title}</h1>
<p class="eyebrow">${isInForce ? change.since : change.from} ${day(from, language)}</p>
<p class="lead">${change.lead}</p>
${citing(market, visit, '7.b.3')}
<h2>${change.differs}</h2>
<ul>${difference.because.map(({ words }) => html`<li>${words[language] ?? ''}</li>`)}</ul>
<p><a href="/policy?version=${version}&amp;lang=${language}">${change.whole}</a></p>
<form method="post" action="${to('/mine/change')}">
<input type="hidden" name="version" value="${version}">
${isInForce ? none : html`<p><a href="${to('/mine/comments')}">${words.news.comment}</a></p>`}
${again(market, visit, asked)}
<h2>${change.answers}</h2>
<p>${change.leaveHelp} <a href="${to('/mine/take')}">${change.takeFirst}</a>.</p>
${isInForce ? none : html`<p>${change.laterHelp}</p>`}
<div class="ways">${button('accept', change.accept)}${button('leave', change.leave)}${isInForce ? none : button('later', change.later)}</div>
</form>`;
}

/** Permissions that speak of what changes: asked as they were, and ticked by nobody but the reader. */
function again(
  market: Market,
  { words, language }: Visit,
  { choices }: Reasked<MarketWords>,
): Markup {
  if (choices.length === 0) return none;
  const { change } = words;
  return html`<h2>${change.choices}</h2><p>${change.choicesLead}</p>
${choices.map((choice) =>
  tick({
    name: boxOf(choice),
    label: market.avow.consents.question({ ...choice, language }),
  }),
)}`;
}

/** The three answers weigh the same. */
const button = (answer: string, label: string): Markup =>
  html`<button class="button button-plain" name="answer" value="${answer}">${label}</button>`;
