import type { Axioms } from './axioms.ts';
import {
  type Cell,
  type CellCube,
  MOST_CUBES,
  MOST_FACTS,
  type Outcome,
  type Refused,
} from './cell.ts';
import type { Cube } from './cubes.ts';
import { type CompiledRule, isForbid, isPermit } from './rules.ts';

/**
 * The cell of the rules that apply to a place, its masks narrowed to the facts which they mention.
 * Undefined where it would go beyond the limits of a cell.
 */
export function table(
  rules: readonly CompiledRule[],
  silence: Refused,
  axioms: Axioms,
): Cell | undefined {
  const cubes = rules.flatMap((rule) => rule.cubes);
  const facts = axioms.names(cubes.reduce((sum, { pos, neg }) => sum | pos | neg, 0n));
  if (facts.length > MOST_FACTS || cubes.length > MOST_CUBES) return undefined;
  const bits = facts.map((fact) => axioms.bit(fact));
  return Object.freeze({
    facts: Object.freeze(facts),
    forbids: narrow(rules.filter(isForbid), bits),
    permits: narrow(rules.filter(isPermit), bits),
    silence,
  });
}

function narrow<O extends Outcome>(
  rules: readonly { readonly cubes: readonly Cube[]; readonly outcome: O }[],
  bits: readonly bigint[],
): readonly CellCube<O>[] {
  const mask = (wide: bigint): number =>
    bits.reduce((sum, bit, index) => (wide & bit ? sum | (1 << index) : sum), 0) >>> 0;
  const narrowed = rules.flatMap(({ cubes, outcome }) =>
    cubes.map(({ pos, neg }) => Object.freeze({ pos: mask(pos), neg: mask(neg), outcome })),
  );
  return Object.freeze(narrowed);
}
