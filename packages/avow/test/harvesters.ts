import type { Policy } from '@avow/policy';
import { type MarketWords, policy } from '@avow/policy-market';
import type { PersonId, Reader } from '../src/index.ts';
import type { Market } from './place.ts';

const { duties } = policy.vocabulary;

/** The market's policy with limits that a test reaches. */
export function limitedTo(limits: object): Policy<MarketWords> {
  const watchForHarvest = {
    ...duties.watchForHarvest,
    limits: { ...duties.watchForHarvest.limits, ...limits },
  };
  const vocabulary = { ...policy.vocabulary, duties: { ...duties, watchForHarvest } };
  return { ...policy, vocabulary } as Policy<MarketWords>;
}

/** People of whom nothing is held. They come in order, as all do. */
export async function people(avow: Market, count: number): Promise<PersonId[]> {
  const made: PersonId[] = [];
  for (let at = 0; at < count; at += 1) made.push((await avow.subjects.create()).person);
  return made;
}

/** In an order that is none: from both ends to the middle. */
export function mixed<Value>(values: readonly Value[]): Value[] {
  return values.map((_, at) => values[at % 2 ? values.length - 1 - (at >> 1) : at >> 1]!);
}

/** Asks for somebody's telephone number, as whoever goes through people does. */
export async function ask(avow: Market, who: Reader, person: PersonId) {
  const question = { person, purpose: 'fulfilment', categories: ['contact.phone'] } as const;
  if ('user' in who) return avow.act('show', { ...question, to: who });
  const categories = ['register.violation'] as const;
  return avow.registers.join({ person, purpose: 'rules.violation', categories, to: who });
}

/** Asks about one after another; of which the answer was that the account is suspended. */
export async function askAll(avow: Market, who: Reader, about: readonly PersonId[]) {
  const stopped: PersonId[] = [];
  for (const person of about) {
    const decided = await ask(avow, who, person);
    if (!decided.permitted && decided.by === 'state') stopped.push(person);
  }
  return stopped;
}
