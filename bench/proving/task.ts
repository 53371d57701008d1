import { check, type Difference, diff, type Policy, type Proof, prove } from '@avow/policy';
import { WrongAnswer } from '../rounds.ts';

/** A policy, a later one to tell it from, and what the answers must be. */
export interface Task {
  readonly name: string;
  readonly before: Policy;
  readonly after: Policy;
  /** Throws `WrongAnswer`. */
  verify(proofs: readonly Proof[], difference: Difference): void;
}

/** `check`, `prove` and `diff`, one after the other: milliseconds. */
export function carryOut({ before, after, verify }: Task): number {
  const start = performance.now();
  const findings = check(before);
  const proofs = prove(before);
  const difference = diff(before, after);
  const elapsed = performance.now() - start;
  const error = findings.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new WrongAnswer(`check found ${error.code}`);
  verify(proofs, difference);
  return elapsed;
}
