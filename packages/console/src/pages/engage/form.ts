import { faults, field, html, languageName, type Markup } from '@avow/server/look';
import type { PartyId } from 'avow';
import { once } from '../../web/form.ts';
import { policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { choice } from '../form/choice.ts';
import { date } from '../form/date.ts';
import { type Ticked, ticked } from '../form/ticked.ts';
import { partyName } from '../party/name.ts';
import type { Allowed } from './allowed.ts';
import { permits } from './choose.ts';
import { countries } from './countries.ts';
import type { Entered, Wrong } from './entered.ts';

type Asked = 'purposes' | 'categories' | 'jointly';

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
  const tick = (name: Asked, options: Ticked['options'], hint: string) =>
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
<div class="dates">${day(visit, 'from', entered.from, wrong.from)}${day(visit, 'until', entered.until, wrong.until)}</div>
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
  const { country: label, countryHint: hint, countryNone: unchosen } = words.engage;
  const options = countries(language);
  return choice({ name: 'country', label, hint, unchosen, options, chosen, error });
}

function day({ words }: Visit, name: 'from' | 'until', value: string, error?: string): Markup {
  const { engage: said } = words;
  return date({ name, label: said[name], hint: said[`${name}Hint`], value, error });
}
