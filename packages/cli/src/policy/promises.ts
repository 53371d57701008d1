import { type Proof, prove, sentencesOf } from '@avow/policy';
import type { Loaded } from './load.ts';
import { findTest } from './test-file.ts';

/** What became of a promise, and whether it may be believed. */
export type Promised = Proof & { readonly kept: boolean };

/**
 * Proves every promise of a policy, in the order of the document; of those that a test has to show,
 * sees whether the test is there.
 */
export function promisesOf({ policy, file }: Loaded): readonly Promised[] {
  const proofs = Map.groupBy(prove(policy), ({ sentence }) => sentence);
  return sentencesOf(policy).flatMap(({ id }) =>
    (proofs.get(id) ?? []).map((proof) => ({ ...proof, kept: isKept(proof, file) })),
  );
}

function isKept(proof: Proof, file: string): boolean {
  switch (proof.kind) {
    case 'proven':
      return true;
    case 'broken':
      return false;
    case 'enforced':
      return findTest(proof.test, file) !== undefined;
  }
}
