import type { Cell } from '../compile/cell.ts';
import { decide } from '../decide/decide.ts';

/** A fact that mattered, and what is known of it; `undefined` where nothing is. */
export interface Reason {
  readonly fact: string;
  readonly holds: boolean | undefined;
}

/**
 * Facts whose states suffice for a decision: whatever the other facts are, with these as they are it
 * is the same. For a permission these are the facts of the permit, and for each prohibition one that
 * excludes it; for a prohibition, its own facts; where nothing permits, for each permit one that fails.
 */
export function reasons(cell: Cell, known: number, refuted: number): readonly Reason[] {
  // As `decide` does: what is claimed both ways is not known.
  const isTrue = known & ~refuted;
  const isFalse = refuted & ~known;
  const outcome = decide(cell, known, refuted);
  const excluded = cell.forbids.map(({ pos, neg }) => (pos & isFalse) | (neg & isTrue));
  if (outcome.permitted) {
    const met = cell.permits.find(
      (cube) =>
        cube.outcome === outcome && (cube.pos & ~isTrue) === 0 && (cube.neg & ~isFalse) === 0,
    );
    return name((met?.pos ?? 0) | (met?.neg ?? 0), excluded);
  }
  switch (outcome.by) {
    case 'prohibition': {
      const standing = cell.forbids[excluded.indexOf(0)];
      return name((standing?.pos ?? 0) | (standing?.neg ?? 0), []);
    }
    case 'silence':
      return name(
        0,
        cell.permits.map(({ pos, neg }) => (pos & ~isTrue) | (neg & ~isFalse)),
      );
  }

  /** The facts of `mask`, and one of each of `needs` that is not among them yet. */
  function name(mask: number, needs: readonly number[]): readonly Reason[] {
    const chosen = needs.reduce(
      (sum, need) => ((sum & need) === 0 ? sum | (need & -need) : sum),
      mask,
    );
    return cell.facts.flatMap((fact, index) => {
      const bit = 1 << index;
      if ((chosen & bit) === 0) return [];
      return [
        { fact, holds: (isTrue & bit) !== 0 ? true : (isFalse & bit) !== 0 ? false : undefined },
      ];
    });
  }
}
