import type { Never, Rule } from './rule.ts';
import type { Text } from './text.ts';

declare const brand: unique symbol;

/** The id of a sentence, as `2.a.1`. Only a policy has such ids; any string may be compared with one. */
export type SentenceId = string & { readonly [brand]: 'sentence' };

/** A promise across decisions, which no single decision can prove: kept by the system, shown by a test. */
export interface Enforced {
  readonly kind: 'enforced';
  readonly text: Text;
  /** Path of the test, from the root of the repository that holds the system. */
  readonly test: string;
}

/** Something the system does, or checks on itself, whether or not anyone asks. */
interface StandingDuty {
  readonly kind: 'duty';
  readonly duty: string;
}

/** Declares that a sentence only tells something: there is nothing to run. */
export interface Information {
  readonly kind: 'information';
}

/** Default deny: what no rule permits is refused, citing the sentence that this backs. */
export interface Rest {
  readonly kind: 'rest';
}

/** What stands behind a sentence. */
export type Backing = Rule | Never | Enforced | StandingDuty | Information | Rest;

/** One sentence that people read, with what backs it. `id` is its clause's id and its number: `2.a.1`. */
export interface Sentence {
  readonly id: SentenceId;
  readonly text: Text;
  readonly backings: readonly Backing[];
}

/** A numbered clause: `2.a`. */
export interface Clause {
  readonly id: string;
  readonly title: Text;
  readonly sentences: readonly Sentence[];
}
