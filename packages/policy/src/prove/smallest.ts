import type { Axioms } from '../compile/axioms.ts';
import type { Cube } from '../compile/cubes.ts';

/**
 * The smallest set of facts whose truth, all others being false, meets `must`, meets none of the cubes
 * in `avoid` and respects the axioms; undefined if there is none.
 *
 * Exact: start with what must be true and what that implies. While some cube to be avoided is met,
 * any solution beyond this set holds a fact which that cube wants false (facts are only ever added, so
 * the facts it wants true stay true), and each such fact is tried. Sets are taken smallest first.
 */
export function smallest(axioms: Axioms, must: Cube, avoid: readonly Cube[]): bigint | undefined {
  const bySize: Set<bigint>[] = [];
  const add = (truths: bigint) => {
    const closed = axioms.close(truths);
    if ((closed & must.neg) !== 0n || !axioms.possible(closed)) return;
    const size = sizeOf(closed);
    bySize[size] ??= new Set();
    bySize[size].add(closed);
  };

  add(must.pos);
  // Facts are only added, so a size that has been gone through gets no more sets; those ahead may.
  for (let size = 0; size < bySize.length; size++) {
    for (const truths of bySize[size] ?? []) {
      const met = avoid.find((cube) => meets(truths, cube));
      if (met === undefined) return truths;
      for (let rest = met.neg; rest !== 0n; rest &= rest - 1n) add(truths | (rest & -rest));
    }
  }
  return undefined;
}

/** Whether the state in which just these facts are true meets a cube. */
export function meets(truths: bigint, { pos, neg }: Cube): boolean {
  return (pos & ~truths) === 0n && (neg & truths) === 0n;
}

/** What meets this cube and that one. */
export function both(a: Cube, b: Cube): Cube {
  return { pos: a.pos | b.pos, neg: a.neg | b.neg };
}

/** The number of facts in a mask. */
export function sizeOf(mask: bigint): number {
  let size = 0;
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) size++;
  return size;
}
