import { faults, field, html, type Markup } from '@avow/server/look';
import type { RouteName } from '../../access.ts';
import type { Visit } from '../../web/visit.ts';

/** The field by which an operator names somebody: by their number, or by a value that people are found by. */
export const personField = (
  { words: { order } }: Visit,
  { value, error }: { readonly value: string | undefined; readonly error: string | undefined },
): Markup =>
  field({
    ...{ name: 'person', label: order.person, hint: order.personHint, error, value },
    ...{ autocomplete: 'off', limit: 256, required: true },
  });

/** The form that leads to somebody in a room. `named`: whom nobody was found by. */
export function findingForm(
  visit: Visit,
  route: RouteName,
  said: { readonly find: string; readonly show: string },
  named: string | undefined,
): Markup {
  const { words, language, to } = visit;
  const error = named === undefined ? undefined : words.order.wrong.person;
  return html`<h2>${said.find}</h2><form method="post" action="${to(route)}" novalidate>
${faults(language, error === undefined ? [] : [{ name: 'person', error }])}
${personField(visit, { value: named, error })}
<div class="actions"><button class="button">${said.show}</button></div></form>`;
}
