import { html, type Markup } from './markup.ts';

/** A table: its name, its columns, its rows. */
export interface TableOptions {
  readonly caption: string;
  /** The columns' names; a column of figures is set flush right. */
  readonly head: readonly (string | { readonly label: string; readonly figures: true })[];
  /** Cells row by row; the first one names its row. */
  readonly rows: readonly (readonly (Markup | string | number)[])[];
}

/** A table that turns into blocks on a phone. */
export function table({ caption, head, rows }: TableOptions): Markup {
  const columns = head.map((each) =>
    typeof each === 'string' ? { label: each, figures: false } : each,
  );
  const figure = (index: number) => (columns[index]?.figures ? 'figure' : '');
  return html`<table class="table"><caption>${caption}</caption>
<thead><tr>${columns.map(({ label }, index) => html`<th scope="col" class="${figure(index)}">${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, index) =>
        index === 0
          ? html`<th scope="row">${cell}</th>`
          : html`<td class="${figure(index)}" data-head="${columns[index]?.label ?? ''}"><span>${cell}</span></td>`,
      )}</tr>`,
  )}</tbody></table>
`;
}

/** Names and what stands for them. */
export function terms(pairs: readonly (readonly [string, Markup | string])[]): Markup {
  return html`<dl class="terms">${pairs.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
