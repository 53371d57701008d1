import { html, type Markup, none } from '@avow/server/look';
import { begun } from '../../web/policy.ts';

/** Boxes of one question. */
export interface Ticked {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
}

/** Boxes to tick; what is wrong is linked to the first of them. */
export function ticked({ name, label, hint, options, chosen, error }: Ticked): Markup {
  const told = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  return html`<fieldset class="ticks" aria-describedby="${told}"><legend>${label}</legend>
<p class="field-hint" id="${name}-hint">${hint}</p>
${error === undefined ? none : html`<p class="field-error" id="${name}-error">${error}</p>`}
<div${options.length > 6 ? html` class="ticks-many"` : none}>${options.map(([value, said], at) => {
    const id = at === 0 ? name : `${name}-${at}`;
    return html`<div class="tick"><input type="checkbox" id="${id}" name="${name}" value="${value}"${chosen.includes(value) ? html` checked` : none}><label for="${id}">${begun(said)}</label></div>
`;
  })}</div></fieldset>`;
}
