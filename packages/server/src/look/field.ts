import { html, type Markup, none } from './markup.ts';
import { lookWords } from './words.ts';

/** One field of a form. `name` is its id as well, so it stands once on a page. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'number' | 'search';
  /** HTML's `autocomplete` token, such as `new-password` or `tel`. */
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Characters at most. */
  readonly limit?: number;
  /** More than one line: how many are shown. */
  readonly lines?: number;
}

/** One labelled field. Hint and error are tied to it for those who hear the page. */
export function field(options: FieldOptions): Markup {
  const { name, label, hint, error, value, type = 'text', lines } = options;
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}"${optional('autocomplete', options.autocomplete)}${optional(
    'maxlength',
    options.limit,
  )}${options.required ? html` required` : none}${optional('aria-describedby', told)}${
    error ? html` aria-invalid="true"` : none
  }`;
  return html`<div class="field"><label for="${name}">${label}</label>
${hint ? html`<p class="field-hint" id="${name}-hint">${hint}</p>` : none}
${
  lines === undefined
    ? html`<input type="${type}" ${attributes}${optional('value', value)}>`
    : html`<textarea rows="${lines}" ${attributes}>${value ?? ''}</textarea>`
}
${error ? html`<p class="field-error" id="${name}-error">${error}</p>` : none}</div>`;
}

/** A box to tick, never ticked beforehand unless it shows what was chosen already. */
export function tick(options: {
  readonly name: string;
  readonly label: Markup | string;
  readonly error?: string | undefined;
  readonly ticked?: boolean;
}): Markup {
  const { name, label, error, ticked } = options;
  return html`<div class="tick"><input type="checkbox" id="${name}" name="${name}" value="yes"${
    ticked ? html` checked` : none
  }${error ? html` aria-invalid="true" aria-describedby="${name}-error"` : none}>
<label for="${name}">${label}</label>
${error ? html`<p class="field-error" id="${name}-error">${error}</p>` : none}</div>`;
}

/** What is wrong with a form, first in it, each fault linked to its field. */
export function faults(
  language: string,
  found: readonly { readonly name: string; readonly error: string }[],
): Markup {
  if (found.length === 0) return none;
  return html`<div class="faults" role="alert"><h2>${lookWords(language).faults}</h2><ul>${found.map(
    ({ name, error }) => html`<li><a href="#${name}">${error}</a></li>`,
  )}</ul></div>`;
}

const optional = (attribute: string, value: string | number | undefined): Markup =>
  value === undefined || value === '' ? none : html` ${attribute}="${value}"`;
