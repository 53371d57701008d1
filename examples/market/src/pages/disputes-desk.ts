import { html, type Markup, none } from '@avow/server/look';
import type { Market } from '../market.ts';
import { type Dispute, type Verdict, verdicts } from '../shop/disputes.ts';
import { decide, isReady } from '../shop/disputing.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { disputesPath, staffPage } from '../web/page.ts';
import type { Asked, Visit } from '../web/visit.ts';
import { told } from './dispute.ts';
import { handleOf } from './people.ts';
import { price, textsIn } from './thing.ts';

/** Who decides disputes, of those who work here. */
const deciding: readonly string[] = ['support', 'legal', 'administrator'];

type Answer = Response | Promise<Response>;

/** Lets in whoever works here, has a second factor, and is in a role that decides. */
const decider =
  (market: Market, handle: (c: Asked, operator: string) => Answer) =>
  async (c: Asked): Promise<Response> => {
    const who = await market.operators.whoIs(c.req.header('cookie'));
    if (who?.state !== 'in') return c.redirect(c.var.visit.to('/staff'), 303);
    return deciding.includes(who.role) ? handle(c, who.operator) : faultPage(c, 'notFound');
  };

/**
 * What the desk has before it: the matters that go on, each with its order as the two sides see it. Nobody's
 * name or address is on this page, nor what they wrote to each other.
 */
export const disputesDesk = (market: Market) =>
  decider(market, async (c) => {
    const { visit } = c.var;
    const { dispute: said } = visit.words;
    const all = market.disputes.goingOn();
    const main = html`<h1>${said.desk.title}</h1><p class="lead">${said.desk.lead}</p>
${all.length === 0 ? html`<p>${said.desk.none}</p>` : none}
${await Promise.all(all.map((each) => matter(market, visit, each)))}`;
    return c.html(staffPage(visit, said.desk.title, main, { isIn: true }));
  });

/** Decides one; both sides see it on their order. */
export const settling = (market: Market) =>
  decider(market, async (c, operator) => {
    const { verdict } = await readForm(c, ['verdict']);
    const found = market.disputes.get(c.req.param('id') ?? '');
    const purchase = found && market.purchases.get(found.purchase);
    if (found === undefined || purchase === undefined) return faultPage(c, 'notFound');
    if (!isVerdict(verdict) || !isReady(found, market.now())) return faultPage(c, 'bad');
    await decide(market, purchase, found, { verdict, decider: operator });
    return c.redirect(c.var.visit.to(disputesPath), 303);
  });

const isVerdict = (said: string): said is Verdict => (verdicts as readonly string[]).includes(said);

async function matter(market: Market, visit: Visit, found: Dispute): Promise<Markup> {
  const { words, language } = visit;
  const { dispute: said } = words;
  const purchase = market.purchases.get(found.purchase);
  const listing = purchase && market.listings.get(purchase.listing);
  if (purchase === undefined || listing === undefined) return none;
  const order = await market.avow.orders.get(purchase.id);
  const side = (person: string) => order?.sides.find((each) => each.person === person);
  const buyer = side(purchase.buyer);
  const begun = buyer?.performed === undefined ? said.desk.unpaid : words.order.deposited;
  const paid = buyer?.completed === undefined ? begun : words.order.paid;
  const isShipped = side(purchase.seller)?.performed !== undefined;
  const shipped = isShipped ? words.order.shipped : said.desk.unshipped;
  const who = words.order.by.other(handleOf(market, visit, found.by));
  const stands = [
    `${said.desk.buyer} ${handleOf(market, visit, purchase.buyer)}: ${paid}`,
    `${said.desk.seller} ${handleOf(market, visit, purchase.seller)}: ${shipped}`,
  ];
  return html`<section class="card"><h2>${textsIn(listing, language).title} <span class="number">${price(listing.price, language)}</span></h2>
${told(visit, found, who)}
<ul>${stands.map((each) => html`<li>${each}</li>`)}</ul>
${isReady(found, market.now()) ? ways(visit, found) : html`<p class="quiet">${said.desk.early}</p>`}</section>`;
}

const ways = ({ words }: Visit, { id }: Dispute): Markup =>
  html`<form class="actions" method="post" action="${disputesPath}/${id}">${verdicts.map(
    (each) =>
      html`<button class="button button-plain" name="verdict" value="${each}">${words.dispute.desk.verdicts[each]}</button>`,
  )}</form>`;
