import type { Words } from '@avow/policy';
import { html, type Markup, none } from '@avow/server/look';
import type { Case, PersonId } from 'avow';
import type { Operator } from '../../options.ts';
import type { Visit } from '../../web/visit.ts';
import { short } from '../short.ts';

/** How a case stands, by a word in a frame. */
export function stateMark({ words }: Visit, { state, delivered }: Case<Words>): Markup {
  const { desk: said } = words;
  const mark = state === 'open' ? 'mark mark-wait' : state === 'refused' ? 'mark mark-no' : 'mark';
  return html`<span class="${mark}">${said.states[state]}</span>${
    delivered === undefined ? none : html` <span class="mark">${said.delivered}</span>`
  }`;
}

/** One who works here: no name of theirs is kept, so by their number, and the reader by “you”. */
export function operatorName(
  { words }: Visit,
  { operator: you }: Operator,
  operator: PersonId,
): Markup | string {
  return operator === you ? words.desk.you : html`${words.desk.colleague} ${short(operator)}`;
}

/** The digest of a document, as it is compared by eye. */
export const digestOf = (digest: string): Markup => html`<code class="digest">${digest}</code>`;
