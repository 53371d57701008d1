import type { Words } from '@avow/policy';
import { day, html, type Markup, none, tick } from '@avow/server/look';
import type { Consent, PolicyDigest, Reasked } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { owing } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { takesComments } from './comments.ts';

/** What changes for the reader, in sentences, and the three ways to answer. */
export const change = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const asked = await centre.avow.changes.asked(person);
    const main = asked === undefined ? await nothing(visit) : question(visit, asked);
    return c.html(centrePage(visit, visit.words.change.title, main));
  }, stranger);

/** One answer: accept with what is still allowed, leave, or wait until the date. */
export const answeringChange = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { changes } = centre.avow;
    const asked = await changes.asked(person);
    if (asked === undefined) return c.redirect(visit.to('/change'), 303);
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
        return c.redirect(visit.to('/change'), 303);
      }
      case 'leave':
        return c.redirect(visit.to('/leave'), 303);
      case 'later':
        if (asked.isInForce) return faultPage(c, 'bad');
        await changes.later({ person, version });
        return c.redirect(visit.to('/'), 303);
      default:
        return faultPage(c, 'bad');
    }
  }, stranger);

const boxOf = ({ consent }: Consent<Words>): string => `renew-${consent}`;

/** Whoever is asked nothing may still have something to say of what is announced. */
async function nothing({ centre, words, to }: Visit): Promise<Markup> {
  const announcements = await centre.avow.policy.announcements();
  const isOpen = takesComments(centre) && announcements.some(({ state }) => state === 'coming');
  return html`<h1>${words.change.nothing}</h1><p class="lead">${words.change.nothingLead}</p>
<p class="ways"><a href="${to('/agreement')}">${words.agreement.title}</a><a href="${to('/choices')}">${words.rooms.choices}</a></p>
${isOpen ? html`<p><a href="${to('/comments')}">${words.change.comment}</a></p>` : none}`;
}

function question(visit: Visit, asked: Reasked<Words>): Markup {
  const { centre, words, language, to } = visit;
  const { change } = words;
  const { version, from, isInForce, difference } = asked;
  return html`<h1>${change.title}</h1>
<p class="eyebrow">${isInForce ? change.since : change.from} ${day(from, language)}</p>
<p class="lead">${change.lead}</p>
${owing(visit, 'askAgain')}
<h2>${change.differs}</h2>
<ul>${difference.because.map(({ words }) => html`<li>${words[language] ?? ''}</li>`)}</ul>
<p><a href="${centre.policy ?? '/policy'}?version=${version}&amp;lang=${language}">${change.whole}</a></p>
<form method="post" action="${to('/change')}">
<input type="hidden" name="version" value="${version}">
${again(visit, asked)}
${isInForce || !takesComments(centre) ? none : html`<p><a href="${to('/comments')}">${change.comment}</a></p>`}
<h2>${change.answers}</h2>
<p>${change.leaveHelp} <a href="${to('/take')}">${change.takeFirst}</a>${change.stop}</p>
${isInForce ? none : html`<p>${change.laterHelp}</p>`}
<div class="ways">${button('accept', change.accept)}${button('leave', change.leave)}${isInForce ? none : button('later', change.later)}</div>
</form>`;
}

/** Permissions that speak of what changes: asked as they were, and ticked by nobody but the reader. */
function again({ centre, words, language }: Visit, { choices }: Reasked<Words>): Markup {
  if (choices.length === 0) return none;
  const { change } = words;
  return html`<h2>${change.choices}</h2><p>${change.choicesLead}</p>
${choices.map((choice) =>
  tick({
    name: boxOf(choice),
    label: centre.avow.consents.question({ ...choice, language }),
  }),
)}`;
}

/** The three answers weigh the same. */
const button = (answer: string, label: string): Markup =>
  html`<button class="button button-plain" name="answer" value="${answer}">${label}</button>`;
