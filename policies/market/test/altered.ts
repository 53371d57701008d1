import { type Permit, type Policy, readPolicy } from '@avow/policy';
import { policy } from '../src/index.ts';

/** A mistake that an author could make: prohibitions forgotten, or one permit too many. */
export interface Mistake {
  /** Sentences that lose their prohibitions. */
  readonly forgets?: readonly string[];
  /** A permit that is added to the first sentence of the preamble. */
  readonly permits?: Permit;
}

/** The policy of the market with a mistake in it, through the same door as any stored policy. */
export function altered({ forgets = [], permits }: Mistake): Policy {
  const clauses = policy.clauses.map((clause) => ({
    ...clause,
    sentences: clause.sentences.map((sentence) => ({
      ...sentence,
      backings: [
        ...sentence.backings.filter(
          ({ kind }) => kind !== 'forbid' || !forgets.includes(sentence.id),
        ),
        ...(sentence.id === 'P.1' && permits !== undefined ? [permits] : []),
      ],
    })),
  }));
  return readPolicy(JSON.stringify({ ...policy, clauses }));
}
