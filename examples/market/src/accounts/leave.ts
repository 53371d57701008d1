import type { Decided, ErasureReceipt, PersonId } from 'avow';
import type { Market } from '../market.ts';
import { close, orderOf } from '../shop/ordering.ts';

/**
 * Takes a person out of the market. Open orders are closed first, which ends what they opened to
 * others; Avow destroys the person's keys; then the account and the shop forget them. Cut off in between,
 * it can be done again: each step finds what an earlier one has done.
 */
export async function leave(market: Market, person: PersonId): Promise<Decided<ErasureReceipt>> {
  for (const purchase of market.purchases.of(person)) {
    const { state } = await orderOf(market, purchase);
    if (state !== 'closed') await close(market, purchase);
  }
  const decided = await market.avow.erase({ person, idempotencyKey: `erase-${person}` });
  if (decided.permitted) {
    market.listings.withdrawAll(person);
    market.photos.removeAll(person);
    market.accounts.remove(person);
    await market.people.forget(person);
  }
  return decided;
}
