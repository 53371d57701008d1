import type { Place } from '../model/rule.ts';
import type { SentenceId } from '../model/sentence.ts';
import type { Text } from '../model/text.ts';

/** A place and a state of facts in which a promise is broken: the smallest there is. */
export interface Counterexample {
  readonly cell: Place;
  /** The facts that are true, by code unit; all others are false. */
  readonly facts: readonly string[];
  /** The sentence that permits it, and the rule among its backings. */
  readonly sentence: SentenceId;
  readonly rule: number;
  /** The same, in words. */
  readonly words: Text;
}

interface Promised {
  /** Its sentence and its place among the backings: `2.a.1:1`. */
  readonly promise: string;
  readonly sentence: SentenceId;
}

/** What became of a promise. `situations` counts places × states of the facts that matter there. */
export type Proof =
  | (Promised & { readonly kind: 'proven'; readonly situations: number })
  | (Promised & {
      readonly kind: 'broken';
      readonly situations: number;
      readonly counterexample: Counterexample;
    })
  | (Promised & { readonly kind: 'enforced'; readonly test: string; readonly text: Text });
