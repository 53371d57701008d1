import type { Attested, Words } from '@avow/policy';
import { AvowError } from '../fault.ts';

/** On what terms a fact is attested, if the policy brings it along itself. */
export function termsOf(fact: unknown, { facts }: Words): Attested {
  const own = typeof fact === 'string' && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (own?.attested !== undefined) return own.attested;
  const what = 'is not a fact that this policy lets somebody attest';
  throw new AvowError('AVOW_UNKNOWN_WORD', what, 'fact');
}
