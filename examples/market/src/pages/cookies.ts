import { html, raw } from '@avow/server/look';
import { kept, saidIn } from '@avow/web';
import type { Market } from '../market.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Asked } from '../web/visit.ts';

/** Every cookie of the market, what the browser says of them, and the choice, where it is also taken back. */
export const cookies = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const { words, language } = visit;
  const { gate, choice, desk } = market.cookies;
  const passage = gate.here();
  if (passage === undefined) throw new TypeError('The market stands behind the gate for cookies.');
  const state = await choice.state(passage);
  const said = kept(saidIn(c.req.query('said')), state.isKnown);
  const { pieces } = desk;
  const main = html`<h1>${words.cookies.title}</h1>
${raw(pieces.said(said, language).text)}
<p class="lead">${words.cookies.lead}</p>
${raw(pieces.choice(state, language).text)}
${citing(market, visit, '5.b.1')}
${raw(pieces.register(language).text)}
${citing(market, visit, '5.a.3')}`;
  c.header('Cache-Control', 'no-store');
  return c.html(marketPage(visit, words.cookies.title, main));
};
