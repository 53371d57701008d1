import type { MarketWords } from '@avow/policy-market';
import { html, type Markup, moment, none } from '@avow/server/look';
import type { Order, PersonId } from 'avow';
import type { Market } from '../market.ts';
import { amountOf, orderOf, owedBy } from '../shop/ordering.ts';
import { payment } from '../shop/parties.ts';
import type { Purchase } from '../shop/purchases.ts';
import { isOver } from '../shop/reviewing.ts';
import { faultPage } from '../web/fault.ts';
import { known } from '../web/login.ts';
import { marketPage } from '../web/page.ts';
import { citing } from '../web/policy.ts';
import type { Asked, Visit } from '../web/visit.ts';
import { disputePanel } from './dispute.ts';
import { handleOf } from './people.ts';
import { price, textsIn, thumbnail } from './thing.ts';

/** One order, seen from the side of the person who reads. */
export interface Seen {
  readonly market: Market;
  readonly visit: Visit;
  readonly person: PersonId;
  readonly purchase: Purchase;
  readonly order: Order<MarketWords>;
  /** The handle of the other side. */
  readonly other: string;
}

/** Hands on only an order that the reader is a side of; to anybody else it is not there. */
export const ofOrder = (
  market: Market,
  handle: (c: Asked, seen: Seen) => Response | Promise<Response>,
) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const purchase = market.purchases.get(c.req.param('id') ?? '');
    if (purchase === undefined) return faultPage(c, 'notFound');
    const { buyer, seller } = purchase;
    if (person !== buyer && person !== seller) return faultPage(c, 'notFound');
    const order = await orderOf(market, purchase);
    const other = handleOf(market, visit, person === buyer ? seller : buyer);
    return handle(c, { market, visit, person, purchase, order, other });
  });

export const order = (market: Market) => ofOrder(market, (c, seen) => c.html(orderPage(seen)));

/** The order: its steps, what the reader can do, and how the other side can be reached. */
export function orderPage(seen: Seen): Markup {
  const { market, visit, purchase } = seen;
  const { words, language } = visit;
  const listing = market.listings.get(purchase.listing);
  const title = listing === undefined ? words.orders.title : textsIn(listing, language).title;
  const main = html`<div class="order-head">${listing && thumbnail(listing)}<div>
<p class="eyebrow">${words.orders.with(seen.other)}</p><h1>${title}</h1>
<p class="thing-price">${listing && price(listing.price, language)} <span class="mark">${words.state[seen.order.state]}</span></p></div></div>
${steps(seen)}
${disputePanel(seen)}
${seen.order.state === 'closed' ? html`${closed(seen)}<p>${messages(seen)}</p>` : html`${actions(seen)}${contact(seen)}`}`;
  return marketPage(visit, words.order.title(title), main);
}

const messages = ({ visit, purchase, other }: Seen, kind = ''): Markup =>
  html`<a class="${kind}" href="${visit.to(`/orders/${purchase.id}/messages`)}">${visit.words.chat.title(other)}</a>`;

const sideOf = ({ order }: Seen, person: PersonId) =>
  order.sides.find((side) => side.person === person);

/** What has happened so far: ordered, paid, shipped, received. */
function steps(seen: Seen): Markup {
  const { visit, purchase, person, order, other } = seen;
  const { words, language } = visit;
  const by = (side: PersonId) =>
    side === person ? words.order.by.you : words.order.by.other(other);
  const buyer = sideOf(seen, purchase.buyer);
  const [began, paid] = [buyer?.performed, buyer?.completed];
  const shipped = sideOf(seen, purchase.seller)?.performed;
  const step = (label: string, who: string, at: number | undefined) =>
    html`<li class="${at === undefined ? 'to-come' : 'taken'}"><strong>${label}</strong> <span class="quiet">${at === undefined ? words.order.notYet : html`${who}<br>${moment(at, language)}`}</span></li>`;
  return html`<ol class="steps">
${step(words.order.placed, by(purchase.buyer), purchase.placed)}
${began === undefined || began === paid ? none : step(words.order.deposited, by(purchase.buyer), began)}
${step(words.order.paid, by(purchase.buyer), paid)}
${step(words.order.shipped, by(purchase.seller), shipped)}
${order.state === 'closed' ? html`<li class="taken"><strong>${words.order.received}</strong></li>` : html`<li class="to-come"><strong>${words.order.received}</strong> <span class="quiet">${words.order.notYet}</span></li>`}
</ol>`;
}

/** The steps that are the reader's to take. */
function actions(seen: Seen): Markup {
  const { market, visit, purchase, person, order } = seen;
  const { words } = visit;
  const buying = person === purchase.buyer;
  const performed = sideOf(seen, person)?.completed !== undefined;
  const shipped = sideOf(seen, purchase.seller)?.performed !== undefined;
  const press = (step: string, label: string, kind = 'button') =>
    html`<form method="post" action="/orders/${purchase.id}/${step}"><button class="${kind}">${label}</button></form>`;
  // Where no payment service was started there is the buyer's word alone.
  const paying = market.partners.has(payment) ? words.order.pay : words.order.saidPaid;
  const owed = buying ? owedBy(order, person) : undefined;
  const fen = market.listings.get(purchase.listing)?.price ?? 0;
  const deposit = price(amountOf('deposit', fen), visit.language);
  const ways = [
    ...(performed ? [] : [buying ? press('pay', paying) : press('ship', words.order.ship)]),
    ...(owed === 'whole'
      ? [press('deposit', words.order.deposit(deposit), 'button button-plain')]
      : []),
    ...(buying && shipped ? [press('receive', words.order.receive)] : []),
    messages(seen, 'button button-plain'),
    ...(market.disputes.current(purchase.id) === undefined
      ? [html`<a href="${visit.to(`/orders/${purchase.id}/dispute`)}">${words.order.dispute}</a>`]
      : []),
  ];
  return html`<h2>${words.order.next}</h2><div class="actions">${ways}</div>`;
}

/** Clause 3.f, where it is used: what may be asked, by whom, and the button that asks. */
function contact(seen: Seen): Markup {
  const { market, visit, purchase, person, other } = seen;
  const { words, language } = visit;
  const asked = sideOf(seen, person)?.asked?.at;
  return html`<h2>${words.order.contact(other)}</h2>
<p>${words.order.contactLead}</p>${citing(market, visit, '3.f.1')}
${asked === undefined ? none : html`<p class="quiet">${words.order.asked} ${moment(asked, language)}</p>`}
<form method="post" action="/orders/${purchase.id}/contact"><button class="button button-plain">${words.order.ask}</button></form>`;
}

const closed = ({ market, visit, purchase, order }: Seen): Markup =>
  html`<p>${visit.words.order.nothing}</p>${citing(market, visit, '2.a.5')}
${isOver(order) ? html`<p><a class="button" href="${visit.to(`/orders/${purchase.id}/review`)}">${visit.words.review.link}</a></p>` : none}`;
