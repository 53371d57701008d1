import { faults, field, html, type Markup, tick } from '@avow/server/look';
import { once } from '../../../web/form.ts';
import { policyWords } from '../../../web/policy.ts';
import type { Visit } from '../../../web/visit.ts';
import { countries } from '../../engage/countries.ts';
import { choice } from '../../form/choice.ts';
import { date } from '../../form/date.ts';
import { type DocumentWrong, documentField } from '../../form/document.ts';
import { ticked } from '../../form/ticked.ts';
import { partyName } from '../../party/name.ts';
import type { Entered, Offered, Wrong } from './entered.ts';

/** The form for an order of a court or another body, with its document. */
export function orderForm(
  visit: Visit,
  entered: Entered,
  offered: Offered,
  wrong: Wrong = {},
  document?: DocumentWrong,
): Markup {
  const { words, language, to } = visit;
  const { order: said } = words;
  const spoken = policyWords(visit);
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const named = (all: readonly string[]) =>
    all.map((each) => [each, partyName(visit, each)] as const);
  const day = (name: 'issued' | 'from' | 'until' | 'barUntil') =>
    date({
      name,
      label: said[name],
      hint: said[`${name}Hint`],
      value: entered[name],
      error: wrong[name],
    });
  return html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a></p><h1>${said.title}</h1><p class="lead">${said.lead}</p>
${faults(language, found)}
${offered.authorities.length > 0 ? '' : html`<p class="why-not">${said.noAuthority} ${visit.may('engage') ? html`<a href="${to('engage', { as: 'authority' })}">${said.engage}</a>` : ''}</p>`}
<form method="post" action="${to('recording')}" enctype="multipart/form-data" novalidate>${once()}
${field({ name: 'person', label: said.person, hint: said.personHint, error: wrong.person, value: entered.person, autocomplete: 'off', limit: 256, required: true })}
${choice({ name: 'authority', label: said.authority, hint: said.authorityHint, unchosen: said.choose, options: named(offered.authorities), chosen: entered.authority, error: wrong.authority })}
${choice({ name: 'country', label: said.country, hint: said.countryHint, unchosen: said.choose, options: countries(language), chosen: entered.country, error: wrong.country })}
${field({ name: 'reference', label: said.reference, hint: said.referenceHint, error: wrong.reference, value: entered.reference, autocomplete: 'off', limit: 128, required: true })}
${documentField(visit, document)}
<div class="dates">${day('issued')}${day('from')}${day('until')}</div>
${ticked({ name: 'categories', label: said.categories, hint: said.categoriesHint, options: offered.categories.map((each) => [each, spoken.category(each)] as const), chosen: entered.categories, error: wrong.categories })}
${offered.thirdParties.length === 0 ? '' : choice({ name: 'thirdParty', label: said.thirdParty, hint: said.thirdPartyHint, unchosen: said.nobodyElse, options: named(offered.thirdParties), chosen: entered.thirdParty, error: wrong.thirdParty })}
${tick({ name: 'bar', label: said.barTick, ticked: entered.bar !== '' })}
${day('barUntil')}
<div class="actions"><button class="button">${said.button}</button></div></form>`;
}
