import { ofCases } from './facts/case.ts';
import { ofOrders } from './facts/order.ts';
import { ofParties } from './facts/party.ts';
import { ofThePerson } from './facts/person.ts';
import { ofPlaces } from './facts/place.ts';

/**
 * What a decision may turn on. Each is relative to the request at hand (*this* person, act, party,
 * order), is read by one provider (`from`) out of dated records, and may be true, false or unknown;
 * unknown never helps. docs/readings.md says for each provider what it reads. `obtainable` is what a
 * refusal may suggest; `audience` is who may learn of the fact from an answer.
 */
export const facts = {
  ...ofThePerson,
  ...ofParties,
  ...ofOrders,
  ...ofCases,
  ...ofPlaces,
} as const;
