import { equalBytes } from '../bytes.ts';
import { isCount } from '../decimal.ts';
import { HASH_BYTES } from '../tile/shape.ts';
import { EMPTY_ROOT, nodeHash } from '../tree/hash.ts';
import { planConsistency, planInclusion } from './plan.ts';

/** A tree as its checkpoint describes it: how many leaves, and the 32-byte root over them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Whether `proof` shows that the leaf hash `leaf` stands at `index` (from 0) in the tree of `size`
 * leaves with `root` (RFC 9162 §2.1.3.2; the proofs are those of RFC 6962 §2.1.1). False for hashes
 * of a wrong length and for numbers out of range: never throws on what a stranger sent.
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  const plan = planInclusion(index, size);
  if (plan === undefined || plan.length !== proof.length) return false;
  if (!areHashes(leaf, ...proof)) return false;
  let folded = leaf;
  for (const [i, hash] of proof.entries()) {
    folded = plan[i] === 'left' ? nodeHash(hash, folded) : nodeHash(folded, hash);
  }
  return equalBytes(folded, root);
}

/**
 * Whether `proof` shows that the tree `newer` begins with the tree `older` (RFC 9162 §2.1.4.2; the
 * proofs are those of RFC 6962 §2.1.2). Equal sizes take an empty proof and equal roots; an older
 * size of 0 takes an empty proof and the root of the empty tree. Never throws.
 */
export function verifyConsistency(
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(older.size) || !isCount(newer.size)) return false;
  if (!areHashes(older.root, newer.root, ...proof)) return false;
  if (older.size === newer.size) return proof.length === 0 && equalBytes(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && equalBytes(older.root, EMPTY_ROOT);
  const plan = planConsistency(older.size, newer.size);
  if (plan === undefined) return false;
  const [start, ...rest] = plan.fromOlderRoot ? [older.root, ...proof] : proof;
  if (start === undefined || rest.length !== plan.sides.length) return false;
  let olderFold = start;
  let newerFold = start;
  for (const [i, hash] of rest.entries()) {
    const isLeft = plan.sides[i] === 'left';
    if (isLeft) olderFold = nodeHash(hash, olderFold);
    newerFold = isLeft ? nodeHash(hash, newerFold) : nodeHash(newerFold, hash);
  }
  return equalBytes(olderFold, older.root) && equalBytes(newerFold, newer.root);
}

function areHashes(...values: readonly Uint8Array[]): boolean {
  return values.every((value) => value.length === HASH_BYTES);
}
