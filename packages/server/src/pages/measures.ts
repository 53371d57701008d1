import type { Text } from '@avow/policy';
import type { Measured } from 'avow';
import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { cite, html, type Markup, moment, none } from '../look/index.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** `/measures`: what the policy promises for protection, and whether it works at this moment. */
export async function showMeasures(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  const found = await site.measures();
  return show(c, site, {
    language,
    title: words.measures,
    main: html`<h1>${words.measures}</h1>
<p class="lead">${words.measuresLead}</p>
${verdict(found, language)}
${found.map((each) => measure(each, language))}`,
  });
}

function verdict(found: readonly Measured[], language: string): Markup {
  const words = pageWords(language);
  const failed = found.filter(({ state }) => state === 'failed').length;
  const at = found[0]?.at;
  const says =
    failed === 0 ? words.measuresHeld(found.length) : words.measuresFailed(failed, found.length);
  return html`<p class="verdict${failed === 0 ? '' : ' verdict-failed'}" role="status"><strong>${says}</strong>${
    at === undefined
      ? none
      : html` <span class="quiet">${words.checkedAt} ${moment(at, language)}</span>`
  }</p>
`;
}

const marks = {
  held: 'mark mark-yes',
  failed: 'mark mark-no',
  unknown: 'mark',
} as const satisfies Record<Measured['state'], string>;

function measure({ id, state, title, says, limit, sentences }: Measured, language: string): Markup {
  const words = pageWords(language);
  const inWords = (text: Text) => text[language] ?? text['en'] ?? '';
  return html`<section class="measure measure-${state}" id="${id}"><h2>${inWords(title)}</h2>
<p><span class="${marks[state]}">${words[state]}</span> ${inWords(says)}</p>
<p class="small quiet"><strong>${words.limit}</strong> ${inWords(limit)}</p>
${
  sentences.length === 0
    ? none
    : html`<p class="small">${words.promisedBy} ${sentences.map((sentence) => html`${cite({ sentence, language })} `)}</p>`
}</section>
`;
}
