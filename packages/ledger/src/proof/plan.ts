import { isCount } from '../decimal.ts';

/** On which side of what has been folded so far the next hash of a proof stands. */
export type Side = 'left' | 'right';

/**
 * How to fold a consistency proof. The fold starts from the older root itself when `fromOlderRoot`,
 * else from the proof's first hash. Each further hash has a side; one on the `left` belongs to both
 * trees, one on the `right` to the newer tree only.
 */
interface ConsistencyPlan {
  readonly fromOlderRoot: boolean;
  readonly sides: readonly Side[];
}

/**
 * The algorithm of RFC 9162 §2.1.3.2 with the hashing left out, so that code that hashes at once and
 * code that hashes by WebCrypto share it: the side of each hash of an inclusion proof, from the
 * first. `undefined` unless 0 ≤ index < size. A proof holds exactly as many hashes as there are sides.
 */
export function planInclusion(index: number, size: number): readonly Side[] | undefined {
  if (!isCount(index) || !isCount(size) || index >= size) return undefined;
  return climb(index, size - 1);
}

/**
 * The algorithm of RFC 9162 §2.1.4.2 with the hashing left out, for 0 < older < newer; `undefined`
 * for other sizes. A proof holds one hash for each side and, unless `fromOlderRoot`, one before them.
 */
export function planConsistency(older: number, newer: number): ConsistencyPlan | undefined {
  if (!isCount(older) || !isCount(newer) || older === 0 || older >= newer) return undefined;
  let fn = older - 1;
  let sn = newer - 1;
  while (isOdd(fn)) [fn, sn] = [parent(fn), parent(sn)];
  // Nothing is left of `older - 1` exactly when `older` is a power of two: a complete subtree.
  return { fromOlderRoot: fn === 0, sides: climb(fn, sn) };
}

/** From node `fn` of a level whose last node is `sn` up to the root, with the RFC's names. */
function climb(fn: number, sn: number): Side[] {
  const sides: Side[] = [];
  while (sn > 0) {
    if (isOdd(fn) || fn === sn) {
      sides.push('left');
      // The last node of a level may lack a sibling: it rises unchanged until it is a right child.
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [parent(fn), parent(sn)];
    } else {
      sides.push('right');
    }
    [fn, sn] = [parent(fn), parent(sn)];
  }
  return sides;
}

function isOdd(node: number): boolean {
  return node % 2 === 1;
}

/** A division, not a shift: sizes exceed the 32 bits that shifts work on. */
function parent(node: number): number {
  return Math.floor(node / 2);
}
