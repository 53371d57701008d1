import { html, type Markup } from '@avow/server/look';
import { begun, cited, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { type Allowed, engageable } from './allowed.ts';

/** The first step: as what. Beside each class stands what the policy lets it have, and by which sentences. */
export function chooseClass(visit: Visit, party: string | undefined): Markup {
  const { engage: said } = visit.words;
  return html`<h1>${said.title}</h1><h2>${said.step1}</h2><p class="lead">${said.step1Lead}</p><p>${said.you}</p>
<ul class="cards">${engageable(visit.place).map((each) => card(visit, each, party))}</ul>`;
}

function card(visit: Visit, allowed: Allowed, party?: string): Markup {
  const { words, to } = visit;
  const { as } = allowed;
  const label = policyWords(visit).recipient(as);
  return html`<li class="card"><h3>${begun(label)}</h3><p>${begun(policyWords(visit).purposes(allowed.purposes))}</p>
<details><summary>${words.engage.allows}</summary>${permits(visit, allowed)}</details>
<p class="card-act"><a class="button button-plain" href="${to('engage', { as, party })}">${words.engage.choose(label)}</a></p></li>`;
}

/** Purpose by purpose what the policy lets somebody have, and by which sentences. */
export function permits(visit: Visit, { each }: Allowed): Markup {
  const spoken = policyWords(visit);
  return html`<ul class="permits">${each.map(
    ({ purpose, categories, sentences }) =>
      html`<li><strong>${begun(spoken.purpose(purpose))}</strong>${visit.words.listed.colon}${spoken.categories(categories)} ${sentences.map((id) => html`${cited(visit, id)} `)}</li>`,
  )}</ul>`;
}
