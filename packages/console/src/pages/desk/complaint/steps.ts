import { html, none } from '@avow/server/look';
import { isAvowFault } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console } from '../../../web/visit.ts';
import { caseWay, showCase } from '../case.ts';
import { doing, doneIn, saying } from '../deed.ts';

/** That the document was seen, has this digest and shows the right. */
export const verify = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.complaint.verify, route: 'verifyingComplaint' }));

export const verifying = (place: Console): Handle =>
  doing(place, [], async (what) => {
    await place.avow.desk.complaints.verify(what.step);
    return doneIn(what, 'complaintVerified');
  });

/** To read what is sealed is on record for both sides, so it is a press. */
export const read = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.complaint.read, route: 'readingComplaint' }));

export const reading = (place: Console): Handle =>
  doing(place, [], async ({ c, visit, operator, found, step }) => {
    const { complaint: said, desk } = visit.words;
    try {
      const { title, counters } = await place.avow.desk.complaints.read(step);
      const main = html`${caseWay(visit, found.case)}<h1>${said.title}</h1>
${title === '' ? none : html`<p>${said.rightTitle}${visit.words.listed.colon}${title}</p>`}
<h2>${said.answered}</h2>${counters.length === 0 ? html`<p>${said.none}</p>` : counters.map(({ text }) => html`<blockquote>${text}</blockquote>`)}`;
      return c.html(consolePage(visit, said.title, main));
    } catch (fault) {
      if (!isAvowFault(fault, 'AVOW_NOT_FOUND')) throw fault;
      return showCase(c, place, operator, found, desk.notDone.notHandling);
    }
  });
