import type { CategoryName } from '@avow/policy';
import type { MarketWords } from '@avow/policy-market';
import type { Decided, Disclosed, Order, PersonId, Sealed } from 'avow';
import type { Market } from '../market.ts';
import { codeOf } from './code.ts';
import type { Listing } from './listings.ts';
import { carrier, payment } from './parties.ts';
import type { Purchase } from './purchases.ts';

type Category = CategoryName<MarketWords>;
type Answer = Decided<Disclosed<MarketWords>>;
type Handed = Decided<Sealed<MarketWords>>;

/** What the carrier needs to bring a thing to somebody. */
export const carriersPart: readonly Category[] = [
  'contact.name',
  'contact.phone',
  'contact.address',
];

/** What the payment service needs: for whom the receipt is, and where it is sent. */
export const payersPart: readonly Category[] = ['contact.name', 'contact.email'];

/** What one side may ask of the other: how to reach it, and no more. */
const reach: readonly Category[] = ['contact.name', 'contact.phone'];

/**
 * Orders a thing, if it is still to be had. Two buyers at once: the shelf gives it to one. If Avow
 * cannot open the order, the thing goes back on the shelf; if it is not known whether it could,
 * the order stays, and is opened when somebody next looks at it.
 */
export async function place(
  market: Market,
  listing: Listing,
  buyer: PersonId,
): Promise<Purchase | undefined> {
  const { listings, purchases } = market;
  if (!listings.move(listing.id, 'offered', 'ordered')) return undefined;
  const { seller } = listing;
  const purchase = purchases.add({ listing: listing.id, buyer, seller });
  try {
    await open(market, purchase);
  } catch (fault) {
    if (codeOf(fault) !== 'AVOW_UNCERTAIN') {
      purchases.remove(purchase.id);
      listings.move(listing.id, 'ordered', 'offered');
      // Whoever left meanwhile took down what stood on the shelf then, and this did not.
      if (market.accounts.get(seller) === undefined) listings.withdrawAll(seller);
    }
    throw fault;
  }
  return purchase;
}

/** The order as Avow's register has it; opened now, if a fault or a power cut came in between. */
export async function orderOf(market: Market, purchase: Purchase): Promise<Order<MarketWords>> {
  return (await market.avow.orders.get(purchase.id)) ?? (await open(market, purchase));
}

const open = ({ avow }: Market, { id: order, buyer, seller }: Purchase) =>
  avow.orders.open({
    order,
    sides: [buyer, seller],
    serving: [
      { party: carrier, categories: carriersPart },
      { party: payment, categories: payersPart },
    ],
    idempotencyKey: `order-${order}`,
  });

/** What is paid at one time: all of it, a first part, or what is left after that. */
export type Share = 'whole' | 'deposit' | 'rest';

/** A fifth of the price, which holds a thing for its buyer and is part of their performance. In fen, as the price. */
const depositOf = (price: number): number => Math.ceil(price / 5);

export function amountOf(share: Share, price: number): number {
  switch (share) {
    case 'whole':
      return price;
    case 'deposit':
      return depositOf(price);
    case 'rest':
      return price - depositOf(price);
  }
}

/**
 * The buyer goes to pay: the payment service is handed, sealed, for whom its receipt is. Going there
 * twice hands nothing over twice.
 */
export const goToPay = (
  { avow }: Market,
  { id: order, buyer }: Purchase,
  share: Share,
): Promise<Handed> =>
  avow.disclosures.seal('provide', {
    person: buyer,
    purpose: 'fulfilment',
    categories: payersPart,
    to: { party: payment },
    order,
    idempotencyKey: share === 'whole' ? `paying-${order}` : `paying-${share}-${order}`,
  });

/** The buyer's part: paying, wholly or a part of it first. */
export const pay = (market: Market, { id: order, buyer: by }: Purchase, share: Share) =>
  share === 'deposit'
    ? market.avow.orders.perform({ order, by, part: true, idempotencyKey: `deposit-${order}` })
    : market.avow.orders.perform({ order, by, idempotencyKey: `paid-${order}` });

/** What the buyer still owes of an order: all of it, or the rest. */
export function owedBy({ sides }: Order<MarketWords>, buyer: PersonId): Share | undefined {
  const side = sides.find(({ person }) => person === buyer);
  if (side?.completed !== undefined) return undefined;
  return side?.performed === undefined ? 'whole' : 'rest';
}

/** The seller's part: shipping. With it the carrier is handed, sealed, where to bring the thing. */
export async function ship(market: Market, purchase: Purchase): Promise<Handed> {
  const { id: order, buyer, seller } = purchase;
  await market.avow.orders.perform({ order, by: seller, idempotencyKey: `shipped-${order}` });
  return market.avow.disclosures.seal('provide', {
    person: buyer,
    purpose: 'fulfilment',
    categories: carriersPart,
    to: { party: carrier },
    order,
    idempotencyKey: `carried-${order}`,
  });
}

/** One side asks how to reach the other. Asking is recorded, whatever the answer (clause 3.f). */
export async function askForContact(
  market: Market,
  { id: order, buyer, seller }: Purchase,
  by: PersonId,
): Promise<Answer> {
  await market.avow.orders.ask({ order, by, categories: reach });
  return market.avow.act('disclose', {
    person: by === buyer ? seller : buyer,
    purpose: 'dispute.order',
    categories: reach,
    to: { user: by },
    order,
  });
}

/** Ends the order: from now on nothing is given to anybody on account of it, and nothing of it is in dispute. */
export async function close(market: Market, purchase: Purchase): Promise<Order<MarketWords>> {
  const { id: order, listing } = purchase;
  const closed = await market.avow.orders.close({ order, idempotencyKey: `closed-${order}` });
  market.listings.move(listing, 'ordered', 'sold');
  const dispute = market.disputes.current(order);
  if (dispute !== undefined) market.disputes.end(dispute.id, 'closed');
  return closed;
}
