import type { MarketWords } from '@avow/policy-market';
import type { Order, PersonId } from 'avow';
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
