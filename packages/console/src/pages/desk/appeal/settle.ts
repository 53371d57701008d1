import { faults, html } from '@avow/server/look';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { choice } from '../../form/choice.ts';
import { caseDeedPage, doing, doneIn, saying } from '../deed.ts';

export const settle = (place: Console): Handle =>
  saying(place, (visit) => settleSaid(visit, '', false));

/** Settles an appeal: upheld, the case that it is about is closed as well; or what was decided stands. */
export const settling = (place: Console): Handle =>
  doing(place, ['outcome'], async (what) => {
    const { c, visit, found, form, step } = what;
    const { outcome } = form;
    if (outcome !== 'upheld' && outcome !== 'dismissed') {
      const page = caseDeedPage(visit, found, settleSaid(visit, outcome, true));
      return c.html(consolePage(visit, visit.words.appeal.settle.title, page), 422);
    }
    await place.avow.desk.cases.settle({ ...step, upheld: outcome === 'upheld' });
    return doneIn(what, 'settled');
  });

function settleSaid({ words, language }: Visit, outcome: string, isWrong: boolean) {
  const { appeal: said } = words;
  const error = isWrong ? said.wrong : undefined;
  const inside = html`${faults(language, error === undefined ? [] : [{ name: 'outcome', error }])}
${choice({
  ...{ name: 'outcome', label: said.outcome, unchosen: said.unchosen, chosen: outcome },
  options: [
    ['upheld', said.upheld],
    ['dismissed', said.dismissed],
  ],
  error,
})}`;
  return { ...said.settle, route: 'settling', inside } as const;
}
