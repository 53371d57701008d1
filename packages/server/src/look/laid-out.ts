import { type LaidOutWords, laidOutWords } from './laid-out-words.ts';
import { html, type Markup, none } from './markup.ts';

/** What is so: one thing, or several of which all are so, or any. */
type Told = string | { readonly all: readonly Told[] } | { readonly any: readonly Told[] };

/** A promise taken apart, in the reader's words. Undefined: whichever it is. */
export interface LaidOutOptions {
  readonly language: string;
  readonly actions: readonly string[] | undefined;
  readonly categories: readonly string[] | undefined;
  readonly recipients: readonly string[] | undefined;
  readonly purposes: readonly string[] | undefined;
  /** All that must be so before it counts; none: it always does. */
  readonly when: readonly Told[];
  /** Each one thing that it gives way to. */
  readonly unless: readonly Told[];
}

/** As many words as are read in one go, as a line; more are told apart better each by itself. */
const few = 3;

/** A promise for who reads neither law nor programs: what is never done, with what, for whom, and unless what. */
export function laidOut(options: LaidOutOptions): Markup {
  const { language, actions, categories, recipients, purposes, when, unless } = options;
  const words = laidOutWords(language);
  const row = (label: string, value: Markup) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const listed = (label: string, all: readonly string[] | undefined) =>
    all === undefined ? none : row(label, several(all, words));
  return html`<dl class="laid-out">
<div class="laid-out-never"><dt>${words.never}</dt><dd><p>${actions === undefined ? words.anything : words.or(actions)}</p></dd></div>
${categories === undefined ? row(words.categories, html`<p>${words.anyInformation}</p>`) : listed(words.categories, categories)}
${listed(words.recipients, recipients)}${listed(words.purposes, purposes)}
${when.length === 0 ? none : row(words.when, together(when, words))}
${unless.length === 0 ? none : row(words.unless, apart(unless, words))}
${when.length + unless.length > 0 ? none : row(words.exceptions, html`<p>${words.none}</p>`)}</dl>`;
}

const several = (all: readonly string[], words: LaidOutWords): Markup =>
  all.length > few
    ? html`<ul class="words">${all.map((each) => html`<li>${each}</li>`)}</ul>`
    : html`<p>${words.or(all)}</p>`;

const isSaid = (told: Told): told is string => typeof told === 'string';

function so(told: Told, words: LaidOutWords): Markup {
  if (isSaid(told)) return html`<p>${told}</p>`;
  return 'all' in told ? together(told.all, words) : apart(told.any, words);
}

/** All of them: each on a line, which reads on from the one before. */
const together = (parts: readonly Told[], words: LaidOutWords): Markup =>
  html`${parts.map((part, at) => {
    const joint = at === 0 ? none : html`<span class="quiet">${words.and}</span> `;
    if (isSaid(part)) return html`<p>${joint}${part}</p>`;
    if ('any' in part && part.any.every(isSaid)) {
      return html`<p>${joint}${words.eitherOf(part.any)}</p>`;
    }
    return html`${at === 0 ? none : html`<p>${joint}</p>`}${so(part, words)}`;
  })}`;

/** Any of them: each a point of a list. */
function apart(parts: readonly Told[], words: LaidOutWords): Markup {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return so(only, words);
  return html`<p class="quiet">${words.any}</p><ul>${parts.map((part) => html`<li>${so(part, words)}</li>`)}</ul>`;
}
