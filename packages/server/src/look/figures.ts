import { html, type Markup } from './markup.ts';

/** A number, large, and beneath it what it counts. */
export interface Figure {
  readonly value: string;
  readonly of: string;
  readonly more?: Markup | string;
}

/** A few numbers that say at a glance how things stand. */
export function figures(all: readonly Figure[]): Markup {
  return html`<dl class="figures">${all.map(
    ({ value, of, more }) =>
      html`<div><dt>${of}</dt><dd class="figures-value">${value}</dd>${more === undefined ? '' : html`<dd>${more}</dd>`}</div>`,
  )}</dl>
`;
}
