import type { Remedy, SentenceId } from '@avow/policy';
import type { EntryId, PersonId } from './ids.ts';

/**
 * What the policy answered. Both answers are values, and both are on record before you hold them:
 * `entry` names the record, `sentence` the sentence of the policy that decided.
 */
export type Decided<Value> = Permitted<Value> | Refused;

interface Answered {
  /** The record of this decision. `avow.receipt(entry)` proves it, `avow.explain(…)` tells it. */
  readonly entry: EntryId;
  /** When it was decided: milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** The sentence that decided, such as `3.f.2`. */
  readonly sentence: SentenceId;
}

/** A sentence of the policy permits it; what it brought is in `value`. */
export interface Permitted<Value> extends Answered {
  readonly permitted: true;
  /** What the policy asks of the platform in return, by the names of its duties. */
  readonly duties: readonly string[];
  readonly value: Value;
}

/** It is not permitted, and nothing was done. */
export interface Refused extends Answered {
  readonly permitted: false;
  /** A sentence forbade it, no sentence permits it, or the account is suspended or terminated. */
  readonly by: 'prohibition' | 'silence' | 'state';
  /** The first category that was refused; the act was refused whole. */
  readonly category: string;
  /** The smallest sets of things that would permit it and that somebody can bring about. */
  readonly missing: readonly Remedy[];
}

/**
 * By whom a thing is done: an operator who was appointed to the desk, which is on record with it. Absent: by the
 * platform's own program. `AVOW_NOT_FOUND` for anybody else.
 */
export interface Acting {
  readonly by?: PersonId | undefined;
}

/** Every write takes one: the same key again returns the recorded outcome and does nothing twice. */
export interface Idempotent {
  readonly idempotencyKey?: string;
  /** Called when the answer is the recorded one: this request had come before. */
  readonly onReplay?: () => void;
}
