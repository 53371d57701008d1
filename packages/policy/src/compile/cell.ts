import type { SentenceId } from '../model/sentence.ts';

/** What a decision comes to. Built once, when the policy is compiled, and frozen. */
export type Outcome = Permitted | Refused;

/** A rule permits it. */
export interface Permitted {
  readonly permitted: true;
  /** Id of the sentence that is cited. */
  readonly sentence: SentenceId;
  /** Index of the rule among the backings of the sentence. */
  readonly rule: number;
  /** The duties that are owed for it. */
  readonly duties: readonly string[];
}

/** A rule forbids it, or none permits it. */
export interface Refused {
  readonly permitted: false;
  readonly sentence: SentenceId;
  /** Index of the prohibition among the backings of the sentence; none where nothing permits. */
  readonly rule: number | undefined;
  readonly by: 'prohibition' | 'silence';
}

/** A cube over the facts of one cell, in 32 bits, and the outcome that it leads to. */
export interface CellCube<O extends Outcome = Outcome> {
  readonly pos: number;
  readonly neg: number;
  readonly outcome: O;
}

/**
 * All that the policy says of one action, purpose, category and recipient. Equal cells are one object.
 * Cubes stand in the order in which they are cited: by sentence, then by place among its backings.
 */
export interface Cell {
  /** The facts to fetch before deciding, sorted by code unit; the bit of a fact is its index. */
  readonly facts: readonly string[];
  readonly forbids: readonly CellCube<Refused>[];
  readonly permits: readonly CellCube<Permitted>[];
  /** The outcome where no rule speaks. */
  readonly silence: Refused;
}

/** The most facts and cubes that a cell may have. */
export const MOST_FACTS = 32;
export const MOST_CUBES = 64;
