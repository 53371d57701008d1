import { html, type Markup, none } from '@avow/server/look';

/** A day that is asked for. */
export interface DateField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error?: string | undefined;
}

export function date({ name, label, hint, value, error }: DateField): Markup {
  const told = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  return html`<div class="field"><label for="${name}">${label}</label><p class="field-hint" id="${name}-hint">${hint}</p>
<input type="date" id="${name}" name="${name}" value="${value}" aria-describedby="${told}"${error === undefined ? none : html` aria-invalid="true"`}>
${error === undefined ? none : html`<p class="field-error" id="${name}-error">${error}</p>`}</div>`;
}

/** A day in milliseconds. */
export const DAY = 24 * 3_600_000;

/** The first moment of a day (UTC) as `<input type="date">` sends it; undefined if it is none. */
export function dayOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // A date that there is not, such as 31 June, comes back as another one.
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return isDay ? at : undefined;
}
