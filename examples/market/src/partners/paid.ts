import type { MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { orderOf, pay } from '../shop/ordering.ts';
import { payment } from '../shop/parties.ts';
import { readSlip } from './slip.ts';

/**
 * The payment service says that an order was paid. It is taken for the price of the thing and for nothing
 * else, from nobody else; the same slip again changes nothing.
 */
export const paidAt =
  (market: Market): MiddlewareHandler =>
  async (c) => {
    const expected = { party: payment, audience: new URL(market.url).origin, now: Date.now() };
    const slip = await readSlip(market, await c.req.text(), expected);
    const purchase = slip && market.purchases.get(slip.order);
    const listing = purchase && market.listings.get(purchase.listing);
    if (purchase === undefined || listing?.price !== slip?.amount) return c.body(null, 422);
    if ((await orderOf(market, purchase)).state === 'closed') return c.body(null, 409);
    await pay(market, purchase);
    return c.body(null, 204);
  };
