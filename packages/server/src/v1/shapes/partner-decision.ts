import type { Decided } from 'avow';
import type { Circumstances } from '../../http/endpoint.ts';
import { tellDecision } from './decision.ts';

/**
 * A decision as a party is told it. What is missing the library has left out already where a party may
 * not learn of it; that the account of a person is suspended is one of those things, and so it reads
 * like anything else that no sentence permits.
 */
export function tellPartnerDecision<Value, Told>(
  decided: Decided<Value>,
  circumstances: Circumstances,
  tellValue: (value: Value) => Told,
) {
  const isOfState = !decided.permitted && decided.by === 'state';
  const told = isOfState ? ({ ...decided, by: 'silence' } as const) : decided;
  return tellDecision(told, circumstances, tellValue);
}
