import type { MarketWords } from '@avow/policy-market';
import { isAvowFault, type Order, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import type { Purchase } from './purchases.ts';

/** Whether an order is one that its sides may review: received, and somebody did their part. */
export const isOver = ({ state, sides }: Order<MarketWords>): boolean =>
  state === 'closed' && sides.some(({ performed }) => performed !== undefined);

/** What the registers hold of a person: a decision, since it is put beside what else is theirs. */
export const registersOf = (market: Market, person: PersonId) =>
  market.avow.registers.join({
    person,
    purpose: 'rights',
    categories: [
      'register.activity',
      'register.order',
      'register.evaluation',
      'register.violation',
      'register.measure',
    ],
    to: 'person',
  });

/** Whether somebody has reviewed an order: their own look at the register. */
export async function hasReviewed(
  market: Market,
  { id: order }: Purchase,
  person: PersonId,
): Promise<boolean> {
  const decided = await market.avow.registers.join({
    person,
    purpose: 'rights',
    categories: ['register.evaluation'],
    to: 'person',
  });
  return (
    decided.permitted &&
    decided.value.entries.some((each) => each.register === 'evaluation' && each.order === order)
  );
}

/** What a handle is in the registers: the number that was drawn, which is put into words where it is read. */
export function handleMark(market: Market, person: PersonId): string | undefined {
  const account = market.accounts.get(person);
  return account && `handle-${account.handle}`;
}

/** Publishes what one side says of the other, under its handle. Pressed twice, the first one stands. */
export async function publishReview(
  market: Market,
  { id: order }: Purchase,
  by: PersonId,
  said: { readonly rating: number; readonly text: string },
): Promise<void> {
  const handle = handleMark(market, by);
  if (handle === undefined) throw new TypeError('whoever reviews has an account');
  await market.avow.registers.evaluations
    .write({ order, by, handle, ...said })
    .catch((fault: unknown) => {
      if (!isAvowFault(fault, 'AVOW_EXISTS')) throw fault;
    });
}
