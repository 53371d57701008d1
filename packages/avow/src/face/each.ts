import type { Decided } from './decision.ts';
import type { PersonId } from './ids.ts';

/** What was answered about one of many people; `decided` is undefined for somebody who is not there any more. */
export interface OfEach<Value> {
  readonly person: PersonId;
  readonly decided: Decided<Value> | undefined;
}

/**
 * Asks the same about many people: a campaign, an export to a partner. Each gets a decision and an entry of
 * their own, from facts of the moment at which it is made; so whoever withdraws before their turn is
 * refused, and a refusal does not stop the others. Answers stream in the order of the people. Some are
 * under way at a time and share a flush; memory is bounded by those, however many people there are. Any
 * other fault ends the stream; what was answered before is on record.
 */
export type Each = <Value>(
  people: Iterable<PersonId> | AsyncIterable<PersonId>,
  ask: (person: PersonId) => Promise<Decided<Value>>,
) => AsyncIterable<OfEach<Value>>;
