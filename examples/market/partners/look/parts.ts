import type { Held, Refused } from '@avow/partner';
import { html } from 'hono/html';
import type { Asked } from '../process/book.ts';
import type { Markup } from './page.ts';
import { moment, type Visit } from './visit.ts';

/** What was opened, with the time at which it is gone. */
export function values({ values, expires }: Held, visit: Visit): Markup {
  const { words } = visit;
  const pairs = Object.entries(values);
  return html`<div class="label">${
    pairs.length === 0
      ? words.empty
      : html`<dl>${pairs.map(([category, value]) => html`<dt>${words.categories[category] ?? category}</dt><dd>${value}</dd>`)}</dl>`
  }</div><p><strong>${words.until(moment(expires, visit))}</strong> <span class="quiet">${words.forgets}</span></p>`;
}

/** That it was refused, and the sentence of the platform's policy that says so. */
export const refusal = ({ sentence, text }: Refused, { words }: Visit, title: string): Markup =>
  html`<div class="refused"><p><strong>${title}</strong></p><p>${words.because} <b>${sentence}</b>${text === undefined ? '' : html`${words.colon}“${text}”`}</p></div>`;

/** What was asked and answered. */
export function askedTable(asked: readonly Asked[], visit: Visit): Markup {
  const { words } = visit;
  if (asked.length === 0) return html`<h2>${words.asked}</h2><p>${words.none}</p>`;
  const rows = asked.map(
    ({ at, order, what, permitted, sentence, text }) =>
      html`<tr><th scope="row">${moment(at, visit)}</th><td data-head="${words.order}${words.colon}">${short(order)}</td><td data-head="${words.what}${words.colon}">${words[what]}</td><td data-head="${words.answer}${words.colon}"><span class="${permitted ? 'answer-yes' : 'answer-no'}">${permitted ? words.permitted : words.refused}</span> <b>${sentence}</b>${permitted || text === undefined ? '' : html` <span class="quiet">${text}</span>`}</td></tr>`,
  );
  return html`<h2 id="asked">${words.asked}</h2><table aria-labelledby="asked"><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.order}</th><th scope="col">${words.what}</th><th scope="col">${words.answer}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** The beginning of an order's name is enough to tell it by. */
export const short = (order: string | undefined): string => order?.slice(0, 8) ?? '–';
