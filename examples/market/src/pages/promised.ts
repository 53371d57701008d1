import { cite, html, type Markup } from '@avow/server/look';
import type { Market } from '../market.ts';
import { policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';

/** Three sentences of the policy that say most to somebody who does not know us yet. */
const first = ['2.a.1', 'S.2.2', 'S.4.1'] as const;

/** What a stranger can hold us to, in the policy's own words, and the way to all of it. */
export function promised(market: Market, visit: Visit): Markup {
  const { words, language } = visit;
  const spoken = policyWords(market, visit);
  return html`<section aria-labelledby="promised"><h2 class="shelf-title" id="promised">${words.front.promised}</h2>
<ul class="cards">${first.map(
    (sentence) =>
      html`<li class="card"><p>${spoken.sentence(sentence) ?? ''}</p><p>${cite({ sentence, language })}</p></li>`,
  )}</ul>
<p><a href="/policy?lang=${language}">${words.front.allPromised}</a></p></section>`;
}
