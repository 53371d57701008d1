import { day, html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import type { Listing } from '../shop/listings.ts';
import { place } from '../shop/ordering.ts';
import { carrier, payment } from '../shop/parties.ts';
import { faultPage } from '../web/fault.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import { setSeen } from '../web/seen.ts';
import type { Asked, Visit } from '../web/visit.ts';
import { handleOf, partyName } from './people.ts';
import { few, reviewsAbout } from './reviews.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** One thing: what it is, who offers it, what an order would open to whom. */
export const goods = (market: Market) => async (c: Asked) => {
  const { visit } = c.var;
  const listing = market.listings.get(c.req.param('id') ?? '');
  if (listing === undefined) return faultPage(c, 'notFound');
  const { words, language } = visit;
  const { title, body, spoken } = textsIn(listing, language);
  await setSeen(c, market, listing);
  const main = html`<div class="thing">
<div>${thumbnail(listing)}</div>
<div><p class="eyebrow">${words.listing.by(handleOf(market, visit, listing.seller))} · ${words.listing.listed} ${day(listing.listed, language)}</p>
<h1 lang="${spoken}">${title}</h1>
<p class="thing-price">${price(listing.price, language)}</p>
<p lang="${spoken}">${body}</p>
${way(visit, listing)}</div>
</div>
${consequences(market, visit)}
${await reviewsAbout(market, visit, listing.seller, few)}
<p><a href="${visit.to(`/goods/${listing.id}/seller`)}">${words.review.seller(handleOf(market, visit, listing.seller))}</a></p>
${listing.seller === visit.person ? none : html`<p class="small"><a href="${visit.to(`/goods/${listing.id}/complain`)}">${words.complain.link}</a> · <a href="${visit.to(`/goods/${listing.id}/report`)}">${words.report.link}</a></p>`}`;
  return c.html(marketPage(visit, title, main));
};

/** What the reader can do about it. */
function way({ words, person, to }: Visit, listing: Listing): Markup {
  if (listing.state === 'ordered') return html`<p class="quiet">${words.listing.taken}</p>`;
  if (listing.state !== 'offered') return html`<p class="quiet">${words.listing.gone}</p>`;
  if (person === listing.seller) return html`<p class="quiet">${words.listing.own}</p>`;
  if (person === undefined) {
    const login = to(`/login?next=${encodeURIComponent(`/goods/${listing.id}`)}`);
    return html`<p><a class="button" href="${login}">${words.listing.loginFirst}</a></p>`;
  }
  return html`<form method="post" action="/goods/${listing.id}/order"><button class="button">${words.listing.order}</button></form>`;
}

/** What an order opens to whom, each with its sentence, told before anybody orders. */
function consequences(market: Market, visit: Visit): Markup {
  const { words } = visit;
  return html`<h2>${words.listing.ifYouOrder}</h2>
<ul class="plain">
<li><p>${words.listing.carrier(partyName(visit, carrier))}</p>${citing(market, visit, '2.a.4')}</li>
<li><p>${words.listing.payment(partyName(visit, payment))}</p>${citing(market, visit, '2.a.4')}</li>
<li><p>${words.listing.other}</p>${citing(market, visit, '3.f.2')}</li>
<li><p>${words.listing.nobody}</p>${citing(market, visit, 'P.5')}</li>
</ul>`;
}

/** Orders it, and goes to the order; when somebody was quicker, back to the thing. */
export const order = (market: Market) =>
  known(async (c, person) => {
    const listing = market.listings.get(c.req.param('id') ?? '');
    if (listing === undefined) return faultPage(c, 'notFound');
    if (listing.seller === person) return faultPage(c, 'bad');
    const purchase = await place(market, listing, person);
    const target = purchase === undefined ? `/goods/${listing.id}` : `/orders/${purchase.id}`;
    return c.redirect(c.var.visit.to(target), 303);
  });
