import { html, type Markup, none } from './markup.ts';
import { lookWords } from './words.ts';

/** A sentence of the policy, as a page cites it. */
export interface Citation {
  /** The sentence that decided, such as `3.f.2`. */
  readonly sentence: string;
  /** Its text in the reader's language. */
  readonly text?: string | undefined;
  readonly language: string;
  /** The page that holds it; the sentence's number is its anchor there. */
  readonly policy?: string;
}

/** A sentence's number, linked to its place in the published policy. */
export function cite({ sentence, language, policy = '/policy' }: Citation): Markup {
  return html`<a class="cite" href="${policy}?lang=${language}#${sentence}">${sentence}</a>`;
}

/** “because 3.f.2: ‘…’”: beside every answer that the policy gave. */
export function because(citation: Citation): Markup {
  const words = lookWords(citation.language);
  return html`<p class="because"><span class="because-word">${words.because}</span> ${cite(citation)}${
    citation.text === undefined
      ? none
      : html`${words.colon}<q lang="${citation.language}">${citation.text}</q>`
  }</p>`;
}
