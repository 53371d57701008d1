import { html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import { type Chosen, chosenFor, switchOff } from '../shop/chosen.ts';
import { known } from '../web/login.ts';
import { ownPath } from '../web/own.ts';
import { citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** Things chosen for the reader, each with its reason; the way to switch it off stands beside it. */
export async function forYou(market: Market, visit: Visit): Promise<Markup> {
  const { person, words, to } = visit;
  const found = person && (await chosenFor(market, person));
  if (!found || found.chosen.length === 0) return none;
  return html`<section class="for-you" aria-labelledby="for-you"><div class="shelf-head"><h2 class="shelf-title" id="for-you">${words.forYou.title}</h2>
<form method="post" action="/for-you/off"><button class="button button-plain button-small">${words.forYou.off}</button></form></div>
<ul class="shelf">${found.chosen.map((each) => card(visit, each))}</ul>
<p class="quiet"><a href="${to(`${ownPath}/interests`)}">${words.forYou.why}</a></p>${citing(market, visit, found.sentence)}</section>`;
}

function card(visit: Visit, { listing, kind, lookedAt }: Chosen): Markup {
  const { language, words, to } = visit;
  const { title, spoken } = textsIn(listing, language);
  const why =
    lookedAt === undefined
      ? words.forYou.said(words.kinds[kind])
      : words.forYou.lookedAt(textsIn(lookedAt, language).title);
  return html`<li><a href="${to(`/goods/${listing.id}`)}">${thumbnail(listing)}
<span class="shelf-name" lang="${spoken}">${title}</span></a>
<span class="shelf-price">${price(listing.price, language)}</span>
<span class="quiet">${why}</span></li>`;
}

/** Off, at one click; the page that comes back has none of it any more. */
export const forYouOff = (market: Market) =>
  known(async (c, person) => {
    const { to, language } = c.var.visit;
    await switchOff(market, person, language);
    return c.redirect(to('/'), 303);
  });
