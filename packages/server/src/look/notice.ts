import { html, type Markup, none } from './markup.ts';
import { lookWords } from './words.ts';

/** A way on: where to, and in which words. */
interface On {
  readonly href: string;
  readonly label: string;
}

/** Nothing is there: why, or what would be. `on`: what the reader can do about it. */
export function empty(said: Markup | string, on?: On): Markup {
  return html`<div class="empty"><p>${said}</p>${
    on === undefined
      ? none
      : html`<p class="actions"><a class="button button-plain" href="${on.href}">${on.label}</a></p>`
  }</div>`;
}

/** Something went wrong, or is not for this reader. */
export interface FailedOptions {
  readonly language: string;
  readonly title: string;
  /** What that means for the reader, and what they can do. */
  readonly said: string;
  readonly more?: Markup;
  /** The stable code, by which whoever runs the platform finds it. */
  readonly code?: string | undefined;
  readonly on?: On | undefined;
}

/** A page's text in place of what was asked for: what went wrong, what it means, where to go from here. */
export function failed({ language, title, said, more, code, on }: FailedOptions): Markup {
  return html`<h1>${title}</h1>
<p class="lead">${said}</p>
${more ?? none}
${on === undefined ? none : html`<p class="actions"><a class="button" href="${on.href}">${on.label}</a></p>`}
${code === undefined ? none : html`<p class="quiet small">${lookWords(language).code} <code>${code}</code></p>`}`;
}
