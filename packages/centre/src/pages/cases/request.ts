import { html, type Markup, none } from '@avow/server/look';
import { owing } from '../../web/policy.ts';
import type { SeenCase } from './seen.ts';

/** What the reader asked, and what they were answered. */
export async function requestParts({ visit, person, found }: SeenCase): Promise<Markup> {
  const { asking, cases } = visit.words;
  const { avow } = visit.centre;
  const read = await avow.desk.requests.read({ case: found.case, by: person });
  return html`<h2>${asking.yourWords}</h2><p>${asking.about}${visit.words.history.is}${asking.abouts[read.about]}</p>
<blockquote>${read.text}</blockquote>
<h2>${asking.answer}</h2>
${read.answer === undefined ? html`<p>${asking.waits}</p>${owing(visit, 'answerRights')}` : html`<blockquote>${read.answer}</blockquote>`}
${read.reason === undefined ? none : html`<p>${asking.refusedBecause}${visit.words.history.is}${cases.reasons[read.reason]}</p>`}`;
}
