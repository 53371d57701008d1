import { html, type Markup, terms } from '@avow/server/look';
import type { Market } from '../market.ts';
import {
  amountOf,
  askForContact,
  close,
  goToPay,
  owedBy,
  pay,
  type Share,
  ship,
} from '../shop/ordering.ts';
import { carrier, payment } from '../shop/parties.ts';
import { faultPage } from '../web/fault.ts';
import { marketPage } from '../web/page.ts';
import { answered, policyWords } from '../web/policy.ts';
import type { Asked } from '../web/visit.ts';
import { ofOrder, type Seen } from './order.ts';
import { partyName } from './people.ts';

/**
 * The buyer pays, all of it or what is left after a deposit: at the payment service's own page, which is handed for
 * whom its receipt is; where no such service was started the buyer's word is taken.
 */
export const paid = (market: Market) =>
  ofOrder(market, (c, seen) =>
    paying(c, market, seen, owedBy(seen.order, seen.purchase.buyer) ?? 'whole'),
  );

/** The buyer pays a part of it first, which is part of their performance (3.f). */
export const deposited = (market: Market) =>
  ofOrder(market, (c, seen) => paying(c, market, seen, 'deposit'));

async function paying(c: Asked, market: Market, seen: Seen, share: Share) {
  const { purchase, person, order } = seen;
  const isTheirs = open(seen) && person === purchase.buyer;
  if (!isTheirs || (share === 'deposit' && owedBy(order, person) !== 'whole')) {
    return faultPage(c, 'bad');
  }
  const service = market.partners.get(payment);
  if (service !== undefined) return payingPage(c, market, seen, service, share);
  await pay(market, purchase, share);
  return backToOrder(c, seen);
}

/** What the payment service was handed, by which sentence, and the way there: a link, since forms lead nowhere else. */
async function payingPage(c: Asked, market: Market, seen: Seen, service: string, share: Share) {
  const { visit, purchase } = seen;
  const { order } = visit.words;
  const name = partyName(visit, payment);
  const decided = await goToPay(market, purchase, share);
  const title = decided.permitted ? order.handed(name) : order.notCarried(name);
  const body = decided.permitted ? wayToPay() : html``;
  return answerPage(c, seen, order.payAt(name), [
    answered(market, visit, decided, { title, body }),
  ]);

  function wayToPay(): Markup {
    const { disclosure, sealed, online } = (decided as Extract<typeof decided, { permitted: true }>)
      .value;
    const fields = policyWords(market, visit).categories([...sealed, ...online]);
    const amount = amountOf(share, market.listings.get(purchase.listing)?.price ?? 0);
    const to = `${service}/pay/${disclosure}?amount=${amount}&lang=${visit.language}`;
    return html`<p>${order.carriedWhat(fields)}</p><p><a class="button" href="${to}">${order.payAt(name)}</a></p>`;
  }
}

/** The seller says that they have shipped: the carrier is told where to bring it, if it may be. */
export const shipped = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    if (!open(seen) || seen.person !== seen.purchase.seller) return faultPage(c, 'bad');
    const decided = await ship(market, seen.purchase);
    const { visit } = seen;
    const { order } = visit.words;
    const name = partyName(visit, carrier);
    // The seller learns which kinds of information the carrier can open, and none of the values.
    const opened = decided.permitted ? [...decided.value.sealed, ...decided.value.online] : [];
    const fields = policyWords(market, visit).categories(opened);
    return answerPage(c, seen, order.youShipped, [
      answered(market, visit, decided, {
        title: decided.permitted ? order.carried(name) : order.notCarried(name),
        body: decided.permitted
          ? html`<p>${opened.length === 0 ? order.nothingHeld : order.carriedWhat(fields)}</p>`
          : html``,
      }),
    ]);
  });

/** One side asks how to reach the other, and sees what the policy answers. */
export const contact = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    if (!open(seen)) return faultPage(c, 'bad');
    const { visit, purchase, person, other } = seen;
    const { order } = visit.words;
    const decided = await askForContact(market, purchase, person);
    const title = decided.permitted ? order.granted(other) : order.refused(other);
    const body = decided.permitted ? values(seen, decided.value.values) : html``;
    return answerPage(c, seen, order.contact(other), [
      answered(market, visit, decided, { title, body }),
    ]);
  });

/** The buyer has the thing: the order ends, and with it all that it opened. */
export const received = (market: Market) =>
  ofOrder(market, async (c, seen) => {
    if (!open(seen) || seen.person !== seen.purchase.buyer) return faultPage(c, 'bad');
    await close(market, seen.purchase);
    return backToOrder(c, seen);
  });

const open = ({ order }: Seen) => order.state !== 'closed';

const backToOrder = (c: Asked, { visit, purchase }: Seen) =>
  c.redirect(visit.to(`/orders/${purchase.id}`), 303);

function values({ market, visit }: Seen, disclosed: Partial<Record<string, string>>): Markup {
  const spoken = policyWords(market, visit);
  const pairs = Object.entries(disclosed).flatMap(([category, value]) =>
    value === undefined ? [] : [[spoken.category(category), value] as const],
  );
  return pairs.length === 0 ? html`<p>${visit.words.order.nothingHeld}</p>` : terms(pairs);
}

function answerPage(c: Asked, seen: Seen, title: string, answers: readonly Markup[]) {
  const { visit, purchase } = seen;
  const back = visit.to(`/orders/${purchase.id}`);
  // What was answered is for this reader, now: no cache keeps it, going back does not show it.
  c.header('Cache-Control', 'no-store');
  const main = html`<h1>${title}</h1>${answers}<p><a class="button button-plain" href="${back}">${visit.words.order.back}</a></p>`;
  return c.html(marketPage(visit, title, main));
}
