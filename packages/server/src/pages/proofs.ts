import { type Policy, type Proof, prove, type Situations, situations } from '@avow/policy';

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

const laidOut = new WeakMap<Policy, Map<string, Situations>>();

/** The situations of a promise, laid out once and when somebody first asks; undefined: it is not one to be proven. */
export function situationsOf(policy: Policy, promise: string): Situations | undefined {
  const known = laidOut.get(policy) ?? new Map<string, Situations>();
  laidOut.set(policy, known);
  const found = known.get(promise) ?? situations(policy, promise);
  if (found !== undefined) known.set(promise, found);
  return found;
}
