import { day, empty, html, type Markup, none } from '@avow/server/look';
import type { PersonId } from 'avow';
import type { Market } from '../market.ts';
import { orderOf } from '../shop/ordering.ts';
import type { Purchase } from '../shop/purchases.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import type { Visit } from '../web/visit.ts';
import { handleOf } from './people.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** What the reader buys and sells, newest first. */
export const orders = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const all = market.purchases.of(person);
    const rows = await Promise.all(all.map((purchase) => row(market, visit, person, purchase)));
    const bought = rows.filter((_, index) => all[index]?.buyer === person);
    const sold = rows.filter((_, index) => all[index]?.seller === person);
    const main = html`<h1>${words.orders.title}</h1>
${all.length === 0 ? empty(words.orders.none, { href: to('/'), label: words.orders.look }) : none}
${shelf(words.orders.bought, bought)}${shelf(words.orders.sold, sold)}
<p><a href="${to('/registers')}">${words.registers.link}</a></p>`;
    return c.html(marketPage(visit, words.orders.title, main));
  });

const shelf = (title: string, rows: readonly Markup[]): Markup =>
  rows.length === 0 ? none : html`<h2>${title}</h2><ul class="order-rows">${rows}</ul>`;

async function row(market: Market, visit: Visit, person: PersonId, purchase: Purchase) {
  const listing = market.listings.get(purchase.listing);
  const order = await orderOf(market, purchase);
  if (listing === undefined) return none;
  const { language, words, to } = visit;
  const other = person === purchase.buyer ? purchase.seller : purchase.buyer;
  return html`<li>${thumbnail(listing)}<div><a href="${to(`/orders/${purchase.id}`)}">${textsIn(listing, language).title}</a>
<p class="quiet small">${words.orders.with(handleOf(market, visit, other))} · ${day(purchase.placed, language)}</p></div>
<span class="number">${price(listing.price, language)}</span> <span class="mark">${words.state[order.state]}</span></li>`;
}
