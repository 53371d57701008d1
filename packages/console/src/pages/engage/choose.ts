import { html, type Markup } from '@avow/server/look';
import { begun, cited, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { type Allowed, engageable } from './allowed.ts';

/** The first step: as what. Beside each class stands what the policy lets it have, and by which sentences. */
export function chooseClass(visit: Visit, party: string | undefined): Markup {
  const { engage: said } = visit.words;
  return html`<h1>${said.title}</h1><h2>${said.step1}</h2><p class="lead">${said.step1Lead}</p>
<ul class="cards">${engageable(visit.place).map((each) => card(visit, each, party))}</ul>`;
}

function card(visit: Visit, { as, sentences, purposes, categories }: Allowed, party?: string) {
  const { words, to } = visit;
  const spoken = policyWords(visit);
  const label = spoken.recipient(as);
  return html`<li class="card"><h3>${begun(label)}</h3>
<dl class="stacked"><dt>${words.engage.purposes}</dt><dd>${begun(spoken.purposes(purposes))}</dd>
<dt>${words.engage.allows}</dt><dd>${begun(spoken.categories(categories))} ${sentences.map((id) => html`${cited(visit, id)} `)}</dd></dl>
<p class="card-act"><a class="button button-plain" href="${to('engage', { as, party })}">${words.engage.choose(label)}</a></p></li>`;
}
