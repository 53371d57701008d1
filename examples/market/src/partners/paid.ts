import type { MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { amountOf, orderOf, owedBy, pay } from '../shop/ordering.ts';
import { payment } from '../shop/parties.ts';
import { readSlip } from './slip.ts';

/**
 * The payment service says that an order was paid. It is taken for the price of the thing, its deposit, or the rest
 * after that, and for nothing else, from nobody else; the same slip again changes nothing.
 */
export const paidAt =
  (market: Market): MiddlewareHandler =>
  async (c) => {
    const expected = { party: payment, audience: new URL(market.url).origin, now: Date.now() };
    const slip = await readSlip(market, await c.req.text(), expected);
    const purchase = slip && market.purchases.get(slip.order);
    const listing = purchase && market.listings.get(purchase.listing);
    if (purchase === undefined || listing === undefined) return c.body(null, 422);
    const order = await orderOf(market, purchase);
    const shares = owedBy(order, purchase.buyer) === 'whole' ? fromTheStart : afterwards;
    const share = shares.find((each) => amountOf(each, listing.price) === slip?.amount);
    if (share === undefined) return c.body(null, 422);
    if (order.state === 'closed') return c.body(null, 409);
    await pay(market, purchase, share);
    return c.body(null, 204);
  };

/** What may be paid at first; and once something was, where a slip that comes again changes nothing. */
const fromTheStart = ['whole', 'deposit'] as const;
const afterwards = ['rest', 'deposit', 'whole'] as const;
