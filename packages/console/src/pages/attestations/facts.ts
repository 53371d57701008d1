import type { Attested, Words } from '@avow/policy';
import type { Attestation } from 'avow';
import type { Visit } from '../../web/visit.ts';

/** A fact that the policy brings along itself, and on what terms somebody's word makes it true. */
export interface OwnFact extends Attested {
  readonly fact: string;
  readonly label: string;
}

/** All of them, in the order of the vocabulary; none where the policy has none. */
export function ownFacts({ place, language }: Visit): readonly OwnFact[] {
  const { facts } = place.avow.policy.current().policy.vocabulary;
  return Object.entries(facts).flatMap(([fact, { label, attested }]) =>
    attested === undefined ? [] : [{ fact, label: label[language] ?? fact, ...attested }],
  );
}

/** Why somebody does not sign; undefined: they may. The library holds it as well. */
export function whyNotSign(
  { words }: Visit,
  operator: string,
  { person, to, signed }: Pick<Attestation<Words>, 'person' | 'to' | 'signed'>,
): string | undefined {
  const { why } = words.attested;
  const named = to === undefined || 'party' in to ? [] : ['user' in to ? to.user : to.staff];
  if ([person, ...named].some((each) => each === operator)) return why.inIt;
  return signed.some(({ by }) => by === operator) ? why.signed : undefined;
}
