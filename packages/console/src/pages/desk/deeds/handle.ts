import { html, type Markup, terms } from '@avow/server/look';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { answered, begun, policyWords } from '../../../web/policy.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { caseWay } from '../case.ts';
import { doing, doneIn } from '../deed.ts';

/** Takes a case on. From now on its operator may see what the policy says, while the case goes on. */
export const taking = (place: Console): Handle =>
  doing(
    place,
    [],
    async (what) => {
      const { step } = what;
      await place.avow.desk.cases.assign({ ...step, operator: step.by });
      return doneIn(what, 'taken');
    },
    ({ notDone }) => ({ operator: notDone.tooNear }),
  );

/**
 * Shows the operator who handles the case what it is about. That is an act like any other: the policy decides,
 * it is on record, and the person reads in their history who looked. So it is a press, and not a page.
 */
export const looking = (place: Console): Handle =>
  doing(place, [], async ({ c, visit, found, operator }) => {
    const { person, purpose, categories, case: inCase } = found;
    const to = { staff: operator.operator };
    const decided = await place.avow.act('show', { person, purpose, categories, to, case: inCase });
    const { desk: said } = visit.words;
    const title = decided.permitted ? said.looked : said.lookRefused;
    const body = decided.permitted ? values(visit, decided.value.values) : html``;
    const main = html`${caseWay(visit, found.case)}<h1>${title}</h1><p class="lead">${said.lookIsTold}</p>
${answered(visit, decided, { title, body })}
<p><a class="button" href="${visit.to('case', { case: found.case })}">${said.backToCase}</a></p>`;
    return c.html(consolePage(visit, title, main));
  });

function values(visit: Visit, shown: Readonly<Record<string, string | undefined>>): Markup {
  const spoken = policyWords(visit);
  const held = Object.entries(shown).map(
    ([category, value]) => [begun(spoken.category(category)), value ?? ''] as const,
  );
  return held.length === 0 ? html`<p>${visit.words.desk.nothingHeld}</p>` : terms(held);
}
