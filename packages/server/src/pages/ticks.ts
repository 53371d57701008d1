import { html, type Markup } from '../look/index.ts';

/** Text in which `backticks` mark code, as a page shows it. */
export function ticks(text: string): Markup {
  const pieces = text.split('`');
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
