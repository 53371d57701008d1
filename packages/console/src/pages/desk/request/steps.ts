import { faults, field, html, none } from '@avow/server/look';
import { isAvowFault, refusalReasons } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { choice } from '../../form/choice.ts';
import { caseWay, showCase } from '../case.ts';
import { caseDeedPage, doing, doneIn, saying } from '../deed.ts';

const longest = 4_000;

export const read = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.request.read, route: 'readingRequest' }));

/** Opens what was asked, for the operator who handles it: it stands in the history of whoever asks. */
export const reading = (place: Console): Handle =>
  doing(place, [], async ({ c, visit, operator, found, step }) => {
    const { request: said } = visit.words;
    try {
      const asked = await place.avow.desk.requests.read(step);
      const main = html`${caseWay(visit, found.case)}<h1>${said.asked}</h1><blockquote>${asked.text}</blockquote>
${asked.answer === undefined ? none : html`<h2>${said.text}</h2><blockquote>${asked.answer}</blockquote>`}
<p><a class="button" href="${visit.to('answer', { case: found.case })}">${said.answer.title}</a></p>`;
      return c.html(consolePage(visit, said.asked, main));
    } catch (fault) {
      if (!isAvowFault(fault, 'AVOW_NOT_FOUND')) throw fault;
      return showCase(c, place, operator, found, visit.words.desk.notDone.notHandling);
    }
  });

export const answer = (place: Console): Handle =>
  saying(place, (visit) => ({ ...answerSaid(visit), inside: form(visit, '', '') }));

/** Answers it, which ends the case: done as asked, or refused with a reason. */
export const answering = (place: Console): Handle =>
  doing(
    place,
    ['reply', 'outcome'],
    async (what) => {
      const { c, visit, found, form: sent, step } = what;
      const { reply: text, outcome } = sent;
      const reason = refusalReasons.find((each) => each === outcome);
      const isText = text !== '' && text.length <= longest;
      if (!isText || (reason === undefined && outcome !== 'granted')) {
        const inside = form(visit, text, outcome, true);
        const page = caseDeedPage(visit, found, { ...answerSaid(visit), inside });
        return c.html(consolePage(visit, visit.words.request.answer.title, page), 422);
      }
      const because = reason === undefined ? {} : { reason };
      await place.avow.desk.requests.answer({ ...step, text, ...because });
      return doneIn(what, 'answered');
    },
    ({ notDone }) => ({ by: notDone.notHandling }),
  );

const answerSaid = ({ words }: Visit) => ({ ...words.request.answer, route: 'answering' }) as const;

function form({ words, language }: Visit, text: string, outcome: string, isWrong = false) {
  const { request: said, desk } = words;
  const wrongText = isWrong && (text === '' || text.length > longest) ? said.wrong.text : undefined;
  const known = ['granted', ...refusalReasons].includes(outcome);
  const wrongOutcome = isWrong && !known ? said.wrong.outcome : undefined;
  const wrong = Object.entries({ reply: wrongText, outcome: wrongOutcome }).flatMap(
    ([name, error]) => (error === undefined ? [] : [{ name, error }]),
  );
  return html`${faults(language, wrong)}
${field({ name: 'reply', label: said.text, hint: said.textHint, value: text, error: wrongText, lines: 6, limit: longest, required: true })}
${choice({
  ...{ name: 'outcome', label: said.outcome, unchosen: desk.reasonNone, chosen: outcome },
  options: [
    ['granted', said.granted],
    ...refusalReasons.map((each) => [each, said.refused(desk.reasons[each])] as const),
  ],
  error: wrongOutcome,
})}`;
}
