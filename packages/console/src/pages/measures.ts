import type { Text } from '@avow/policy';
import { html, type Markup, moment, none } from '@avow/server/look';
import type { Measured } from 'avow';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { cited } from '../web/policy.ts';
import type { Console, Visit } from '../web/visit.ts';

/** What the policy promises for protection, checked on the running system when somebody looks. */
export const measures =
  ({ avow, measures: asked }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words } = visit;
    const found = await (asked?.() ?? avow.measures());
    // What does not work comes first; the order is kept otherwise.
    const sorted = found.toSorted(
      (a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'),
    );
    const main = html`<h1>${words.measures.title}</h1><p class="lead">${words.measures.lead}</p>
${verdict(visit, found)}${sorted.map((each) => measure(visit, each))}`;
    return c.html(consolePage(visit, words.measures.title, main));
  };

function verdict({ words, language }: Visit, found: readonly Measured[]): Markup {
  const failed = found.filter(({ state }) => state === 'failed').length;
  const { measures: said } = words;
  const at = found[0]?.at;
  return html`<p class="verdict${failed === 0 ? '' : ' verdict-failed'}"><strong>${
    failed === 0 ? said.held(found.length) : said.failed(failed, found.length)
  }</strong>${at === undefined ? none : html` <span class="quiet">${said.at} ${moment(at, language)}</span>`}</p>`;
}

const marks = {
  held: 'mark mark-yes',
  failed: 'mark mark-no',
  unknown: 'mark',
} as const satisfies Record<Measured['state'], string>;

function measure(visit: Visit, { id, state, title, says, limit, sentences }: Measured): Markup {
  const { words, language } = visit;
  const { measures: said } = words;
  const inWords = (text: Text) => text[language] ?? text['en'] ?? '';
  return html`<section class="measure measure-${state}" id="${id}"><h2>${inWords(title)}</h2>
<p><span class="${marks[state]}">${said.states[state]}</span> ${inWords(says)}</p>
<p class="small quiet"><strong>${said.limit}</strong> ${inWords(limit)}</p>
${sentences.length === 0 ? none : html`<p class="small">${said.promisedBy} ${sentences.map((sentence) => html`${cited(visit, sentence)} `)}</p>`}</section>`;
}
