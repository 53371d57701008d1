import type { Decided } from '../face/decision.ts';
import type { Said } from '../telemetry/telemetry.ts';
import type { Plan } from './plan.ts';

/** What may be told of an act as it is planned: words of the policy, which its cells were found by. */
export function wordsOf({ questions: [first] }: Plan): Said {
  if (first === undefined) return {};
  const { action, purpose } = first.question;
  return {
    'avow.action': action,
    'avow.purpose': purpose,
    'avow.category': first.cells.map(([category]) => category),
    'avow.recipient': first.recipient,
  };
}

/** What may be told of its answer. */
export function outcomeOf({ permitted, sentence }: Decided<unknown>, replayed: boolean): Said {
  return {
    'avow.outcome': permitted ? 'permitted' : 'refused',
    'avow.sentence': sentence,
    ...(replayed && { 'avow.replayed': true }),
  };
}
