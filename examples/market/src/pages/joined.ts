import { html, type Markup, none } from '@avow/server/look';
import type { PersonId } from 'avow';
import { handleWords } from '../accounts/handle.ts';
import type { Market } from '../market.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { keptAnswer } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';

/** Where somebody comes who has just confirmed their address: what was kept, and by which sentence. */
export const joined = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, language, to } = visit;
    const { handle } = market.accounts.welcome(person);
    const main = html`<h1>${words.joined.title}</h1><p class="lead">${words.joined.lead(handleWords(handle, language))}</p>
${await kept(market, visit, person)}
<div class="actions"><a class="button" href="${to('/')}">${words.joined.toGoods}</a><a class="button button-plain" href="${to('/mine')}">${words.joined.toMine}</a></div>
<p><a href="${to('/account')}">${words.joined.toAccount}</a></p>`;
    c.header('Cache-Control', 'no-store');
    return c.html(marketPage(visit, words.joined.title, main));
  });

/** The decision was made when the form came in, before anybody was in: it is looked up in the history. */
async function kept(market: Market, visit: Visit, person: PersonId): Promise<Markup> {
  const looked = await market.avow.history({ person });
  if (!looked.permitted) return none;
  for (const { what, at, entry } of looked.value.happened.toReversed()) {
    if (what.kind === 'decision' && what.action === 'collect') {
      return keptAnswer(market, visit, { ...what, at, entry });
    }
  }
  return none;
}
