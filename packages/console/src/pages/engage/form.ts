import { faults, field, html, languageName, type Markup, none } from '@avow/server/look';
import type { PartyId } from 'avow';
import { once } from '../../web/form.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { partyName } from '../party/name.ts';
import type { Allowed } from './allowed.ts';
import { permits } from './choose.ts';
import { countries } from './countries.ts';
import type { Entered, Wrong } from './entered.ts';

/** The second step: what for, with what, where, from when. Nothing is ticked that nobody ticked. */
export function engageForm(
  visit: Visit,
  allowed: Allowed,
  entered: Entered,
  affiliates: readonly PartyId[],
  wrong: Wrong = {},
): Markup {
  const { words, language, to } = visit;
  const { engage: said } = words;
  const spoken = policyWords(visit);
  const { as, purposes, categories } = allowed;
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const text = (name: 'party' | 'means', hint: string, more: object) =>
    field({
      ...{ name, label: said[name], hint, error: wrong[name], value: entered[name] },
      ...{ autocomplete: 'off', ...more },
    });
  const tick = (name: Ticked['name'], options: Ticked['options'], hint: string) =>
    ticked({ name, options, hint, label: said[name], chosen: entered[name], error: wrong[name] });
  return html`<h1>${said.chosen(spoken.recipient(as))}</h1>
<p>${said.allows}${words.listed.colon}</p>${permits(visit, allowed)}<p>${said.you}</p>
<p><a href="${to('engage', { party: entered.party })}">${said.other}</a></p>
${faults(language, found)}
<form method="post" action="${to('engaging')}" novalidate>${once()}<input type="hidden" name="as" value="${as}">
${text('party', said.partyHint, { limit: 128, required: true })}
${tick('purposes', labelled(purposes, spoken.purpose), said.purposesHint)}
${tick('categories', labelled(categories, spoken.category), said.categoriesHint)}
${country(visit, entered.country, wrong.country)}
${tick('jointly', togetherWith(visit, affiliates, entered.party), said.jointlyHint)}
<div class="dates">${date(visit, 'from', entered.from, wrong.from)}${date(visit, 'until', entered.until, wrong.until)}</div>
${serviceIn(visit, entered.service, wrong.service)}
${text('means', said.meansHint, { lines: 3, limit: 16_000 })}
<div class="actions"><button class="button">${said.button}</button></div></form>`;
}

/** What the party does, once in each language of the policy. */
function serviceIn({ place, words }: Visit, entered: Entered['service'], error?: string): Markup {
  const { languages } = place.avow.policy.current().policy.vocabulary;
  const { service: label, serviceHint: hint } = words.engage;
  return html`${languages.map((language) =>
    field({
      name: `service-${language}`,
      label: label(languageName(language)),
      ...{ hint, error, value: entered[language] ?? '', autocomplete: 'off', limit: 200 },
    }),
  )}`;
}

interface Ticked {
  readonly name: 'purposes' | 'categories' | 'jointly';
  readonly label: string;
  readonly hint: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
  readonly error: string | undefined;
}

/** Boxes of one question. What is wrong is linked to the first of them. */
function ticked({ name, label, hint, options, chosen, error }: Ticked): Markup {
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

const labelled = (names: readonly string[], label: (name: string) => string) =>
  names.map((name) => [name, label(name)] as const);

/** The platform, and those of its affiliates that are engaged now; nobody serves together with themself. */
function togetherWith(visit: Visit, affiliates: readonly PartyId[], party: string) {
  const { engage: said } = visit.words;
  const others = affiliates.filter((each) => each !== party);
  return [
    ['platform', said.withPlatform] as const,
    ...others.map((each) => [each, said.withParty(partyName(visit, each))] as const),
  ];
}

function country({ words, language }: Visit, chosen: string, error: string | undefined): Markup {
  const { engage: said } = words;
  const told = error === undefined ? 'country-hint' : 'country-hint country-error';
  return html`<div class="field"><label for="country">${said.country}</label><p class="field-hint" id="country-hint">${said.countryHint}</p>
<select id="country" name="country" aria-describedby="${told}"${error === undefined ? none : html` aria-invalid="true"`}><option value="">${said.countryNone}</option>${countries(
    language,
  ).map(
    ([code, name]) =>
      html`<option value="${code}"${code === chosen ? html` selected` : none}>${name}</option>`,
  )}</select>${error === undefined ? none : html`<p class="field-error" id="country-error">${error}</p>`}</div>`;
}

function date({ words }: Visit, name: 'from' | 'until', value: string, error?: string): Markup {
  const { engage: said } = words;
  const told = error === undefined ? `${name}-hint` : `${name}-hint ${name}-error`;
  return html`<div class="field"><label for="${name}">${said[name]}</label><p class="field-hint" id="${name}-hint">${said[`${name}Hint`]}</p>
<input type="date" id="${name}" name="${name}" value="${value}" aria-describedby="${told}"${error === undefined ? none : html` aria-invalid="true"`}>
${error === undefined ? none : html`<p class="field-error" id="${name}-error">${error}</p>`}</div>`;
}
