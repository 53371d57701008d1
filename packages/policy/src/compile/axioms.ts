import type { FactTerm } from '../model/words.ts';

/**
 * What facts say of one another, over sets of facts as masks of any width. Every axiom is a clause of
 * two literals with a negative one among them (not a, or b; not a, or not b). So a set of true facts
 * closed under "implies" that holds no excluded pair always extends to a whole state: all else false.
 */
export interface Axioms {
  /** All facts, sorted by code unit; the bit of a fact is its index. */
  readonly facts: readonly string[];
  bit(fact: string): bigint;
  /** The facts of a mask, by name. */
  names(mask: bigint): readonly string[];
  /** The facts that are true when these are. */
  close(truths: bigint): bigint;
  /** The facts that are false when these are true. */
  refuted(truths: bigint): bigint;
  /** Whether these facts can be true together. */
  possible(truths: bigint): boolean;
}

/** The axioms that `terms` declare. `others` are further facts to give bits to, free of axioms. */
export function axioms(
  terms: Readonly<Record<string, FactTerm>>,
  others: Iterable<string> = [],
): Axioms {
  const facts = [...new Set([...Object.keys(terms), ...others])].sort();
  const bits = new Map(facts.map((fact, index) => [fact, 1n << BigInt(index)]));
  const bit = (fact: string): bigint => bits.get(fact) ?? 0n;
  const names = (mask: bigint) => facts.filter((fact) => (bit(fact) & mask) !== 0n);
  const union = (mask: bigint, of: ReadonlyMap<string, bigint>): bigint =>
    mask === 0n ? 0n : names(mask).reduce((sum, fact) => sum | (of.get(fact) ?? 0n), 0n);

  const implied = new Map(facts.map((fact) => [fact, closure(fact, terms, bit)]));
  const excluded = new Map(facts.map((fact) => [fact, 0n]));
  const exclude = (fact: string, other: string) =>
    excluded.set(fact, (excluded.get(fact) ?? 0n) | bit(other));
  for (const [fact, { excludes = [] }] of Object.entries(terms)) {
    for (const other of excludes) {
      exclude(fact, other);
      exclude(other, fact);
    }
  }

  const close = (truths: bigint) => union(truths, implied);
  const refuted = (truths: bigint): bigint => {
    const falsehoods = union(close(truths), excluded);
    if (falsehoods === 0n) return 0n;
    // What would imply something false is false too.
    return facts.reduce((sum, fact) => (close(bit(fact)) & falsehoods ? sum | bit(fact) : sum), 0n);
  };
  const possible = (truths: bigint) => (close(truths) & union(close(truths), excluded)) === 0n;
  return { facts, bit, names, close, refuted, possible };
}

function closure(
  fact: string,
  terms: Readonly<Record<string, FactTerm>>,
  bit: (fact: string) => bigint,
): bigint {
  const reached = new Set([fact]);
  // A set iterates over what is added to it on the way.
  for (const one of reached) for (const other of terms[one]?.implies ?? []) reached.add(other);
  return [...reached].reduce((sum, one) => sum | bit(one), 0n);
}
