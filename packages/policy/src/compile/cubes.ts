import { PolicyError } from '../fault.ts';
import type { Condition } from '../model/condition.ts';

/**
 * A conjunction of literals over the facts of a policy: those in `pos` must be true, those in `neg`
 * false. Masks are of any width here; `table` narrows them to the 32 bits of a cell.
 */
export interface Cube {
  readonly pos: bigint;
  readonly neg: bigint;
}

/** A condition may pass through more cubes than remain in the end, but not without bound. */
const INTERIM_CUBES = 4096;

/**
 * The cubes of a condition: negation pushed inwards, then distributed, smaller cubes absorbing larger.
 * Each of these laws holds in Kleene's logic as well, so a condition is surely true just when one of
 * its cubes is, and surely false just when all are. A cube that contradicts itself (`a` and not `a`)
 * is kept: with `a` unknown it is not surely false, and a prohibition made of it still stands.
 */
export function cubes(condition: Condition, bit: (fact: string) => bigint): readonly Cube[] {
  return distribute(condition, false, bit);
}

function distribute(
  condition: Condition,
  negated: boolean,
  bit: (fact: string) => bigint,
): readonly Cube[] {
  if ('fact' in condition) {
    const mask = bit(condition.fact);
    return [negated ? { pos: 0n, neg: mask } : { pos: mask, neg: 0n }];
  }
  if ('not' in condition) return distribute(condition.not, !negated, bit);
  const both = 'all' in condition ? condition.all : condition.any;
  const parts = both.map((part) => distribute(part, negated, bit));
  // De Morgan: a negated conjunction is a disjunction of the negated parts, and the other way round.
  const conjunction = 'all' in condition !== negated;
  if (!conjunction) return absorb(parts.flat());
  return parts.reduce<readonly Cube[]>(
    (sofar, part) => absorb(product(sofar, part)),
    [{ pos: 0n, neg: 0n }],
  );
}

function product(left: readonly Cube[], right: readonly Cube[]): readonly Cube[] {
  if (left.length * right.length > INTERIM_CUBES) {
    throw new PolicyError(
      'AVOW_POLICY_LIMIT',
      'A condition is too large: state it as several rules.',
    );
  }
  return left.flatMap((a) => right.map((b) => ({ pos: a.pos | b.pos, neg: a.neg | b.neg })));
}

/** Leaves out a cube where another one asks for less. */
function absorb(all: readonly Cube[]): readonly Cube[] {
  return all.filter(
    (cube, index) =>
      !all.some(
        (other, at) =>
          at !== index && asksLess(other, cube) && (at < index || !asksLess(cube, other)),
      ),
  );
}

function asksLess(less: Cube, more: Cube): boolean {
  return (less.pos & ~more.pos) === 0n && (less.neg & ~more.neg) === 0n;
}
