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
  const names = (mask: bigint) => facts.filter((_, index) => (mask >> BigInt(index)) & 1n);

  const implied = facts.map((fact): Link => [bit(fact), closure(fact, terms, bit)]);
  const links = Object.entries(terms).flatMap(([fact, { excludes = [] }]) =>
    excludes.flatMap((other): Link[] => [
      [bit(fact), bit(other)],
      [bit(other), bit(fact)],
    ]),
  );
  // Most facts imply and exclude nothing, and these are asked in the midst of every search.
  const implying = implied.filter(([fact, all]) => fact !== all);

  const close = (truths: bigint) => truths | follow(truths, implying);
  const excluded = (truths: bigint) => follow(close(truths), links);
  const refuted = (truths: bigint): bigint => {
    const falsehoods = excluded(truths);
    // What would imply something false is false too.
    return implied.reduce((sum, [fact, all]) => (all & falsehoods ? sum | fact : sum), 0n);
  };
  const possible = (truths: bigint) => (close(truths) & excluded(truths)) === 0n;
  return { facts, bit, names, close, refuted, possible };
}

/** A fact, and others that its truth bears on. */
type Link = readonly [fact: bigint, others: bigint];

function follow(truths: bigint, links: readonly Link[]): bigint {
  return links.reduce((sum, [fact, others]) => (truths & fact ? sum | others : sum), 0n);
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
