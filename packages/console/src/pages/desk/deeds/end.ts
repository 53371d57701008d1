import { html } from '@avow/server/look';
import { refusalReasons } from 'avow';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { running } from '../../deeds/running.ts';
import { choice } from '../../form/choice.ts';
import { caseWay } from '../case.ts';
import { caseDeedPage, doing, doneIn, type InCase, saying } from '../deed.ts';

/** Refusing what is asked for, with a reason that is counted publicly and says nothing of anybody. */
export const refuse = (place: Console): Handle =>
  saying(place, (visit) => ({ ...refusal(visit), inside: reasons(visit, '') }));

export const refusing = (place: Console): Handle =>
  doing(place, ['reason'], async (what) => {
    const { c, visit, found, form, step } = what;
    const reason = refusalReasons.find((each) => each === form.reason);
    if (reason === undefined) {
      const { wrong } = visit.words.desk;
      const page = caseDeedPage(visit, found, {
        ...refusal(visit),
        inside: reasons(visit, form.reason, wrong.reason),
      });
      return c.html(consolePage(visit, visit.words.desk.refuse.title, page), 422);
    }
    const { running: left } = await place.avow.desk.cases.refuse({ ...step, reason });
    return left.length === 0 ? doneIn(what, 'refused') : stillRunning(what, left, 'refused');
  });

/** Closing a case: what was handed over in it opens no more. */
export const close = (place: Console): Handle =>
  saying(place, ({ words }) => ({ ...words.desk.close, route: 'closing', isGrave: true }));

export const closing = (place: Console): Handle =>
  doing(place, [], async (what) => {
    const { running: left } = await place.avow.desk.cases.close(what.step);
    return left.length === 0 ? doneIn(what, 'closed') : stillRunning(what, left, 'closed');
  });

const refusal = ({ words }: Visit) =>
  ({ ...words.desk.refuse, route: 'refusing', isGrave: true }) as const;

const reasons = ({ words }: Visit, chosen: string, error?: string) =>
  choice({
    name: 'reason',
    label: words.desk.reason,
    hint: words.desk.reasonHint,
    unchosen: words.desk.reasonNone,
    options: refusalReasons.map((each) => [each, words.desk.reasons[each]] as const),
    chosen,
    error,
  });

/** What still runs out is in this answer alone, so it is shown at once. */
function stillRunning(
  { c, visit, found }: InCase<string>,
  left: Parameters<typeof running>[1],
  did: 'refused' | 'closed',
) {
  const { words } = visit;
  const title = words.desk.done[did];
  const main = html`${caseWay(visit, found.case)}<h1>${title}</h1><h2>${words.end.running}</h2>${running(visit, left)}`;
  return c.html(consolePage(visit, title, main));
}
