import { html, type Markup, none } from '@avow/server/look';

/** One of several, from a list. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands there before anything is chosen. */
  readonly unchosen: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: string;
  readonly error?: string | undefined;
}

export function choice(what: Choice): Markup {
  const { name, label, hint, unchosen, options, chosen, error } = what;
  const told = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field"><label for="${name}">${label}</label>${hint === undefined ? none : html`<p class="field-hint" id="${name}-hint">${hint}</p>`}
<select id="${name}" name="${name}"${told === '' ? none : html` aria-describedby="${told}"`}${error === undefined ? none : html` aria-invalid="true"`}><option value="">${unchosen}</option>${options.map(
    ([value, said]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : none}>${said}</option>`,
  )}</select>${error === undefined ? none : html`<p class="field-error" id="${name}-error">${error}</p>`}</div>`;
}
