import { type Policy, type Proof, prove } from '@avow/policy';

/** What became of each promise, by its sentence and its place among the backings: `2.a.1:1`. */
export type Proven = ReadonlyMap<string, Proof>;

const known = new WeakMap<Policy, Proven>();

/** Proves the promises of a version once: a version never changes. */
export function proofsOf(policy: Policy): Proven {
  const found = known.get(policy);
  if (found) return found;
  const proven = new Map(prove(policy).map((proof) => [proof.promise, proof]));
  known.set(policy, proven);
  return proven;
}
