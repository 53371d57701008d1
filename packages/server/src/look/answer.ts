import { because, type Citation } from './because.ts';
import { html, type Markup, none } from './markup.ts';
import { moment } from './moment.ts';
import { strung } from './strung.ts';
import { lookWords } from './words.ts';

/** A decision, as a page shows it. */
export interface AnswerOptions extends Citation {
  readonly permitted: boolean;
  /** What was asked and came of it, in a few words; absent: “Permitted” or “Refused”. */
  readonly title?: string;
  /** What would permit it: each entry one way, each way all the things it takes. */
  readonly missing?: readonly (readonly string[])[];
  /** The record of the decision, and when it was made (milliseconds since the epoch). */
  readonly entry?: string;
  readonly at?: number;
  /** What the answer brought: values, a next step. */
  readonly body?: Markup;
}

/** A decision, as prominent when it refuses as when it permits: what, because of what, what is missing. */
export function answer(options: AnswerOptions): Markup {
  const { permitted, language, missing = [], entry, at, body } = options;
  const words = lookWords(language);
  return html`<section class="answer ${permitted ? 'answer-permitted' : 'answer-refused'}">
<h2 class="answer-title">${permitted ? tick : bar}${options.title ?? (permitted ? words.permitted : words.refused)}</h2>
${because(options)}
${body ?? none}
${missing.length === 0 ? none : ways(missing, language)}
${entry === undefined ? none : html`<p class="answer-record">${words.record} <code>${entry}</code>${at === undefined ? none : html` · ${moment(at, language)}`}</p>`}
</section>`;
}

function ways(missing: readonly (readonly string[])[], language: string): Markup {
  return html`<div class="answer-missing"><p>${lookWords(language).missing}</p><ul>${missing.map(
    (way) => html`<li>${strung(way, language, '，且')}</li>`,
  )}</ul></div>`;
}

/** A full disc with a tick, and an open one with a bar: told apart without colour. */
const tick = html`<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="10" fill="currentColor"/><path d="m5.5 10.4 3 3 6-6.6" class="answer-tick"/></svg>`;
const bar = html`<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="8.7" fill="none" stroke="currentColor" stroke-width="2.6"/><path d="M5.6 10h8.8" stroke="currentColor" stroke-width="2.6"/></svg>`;
