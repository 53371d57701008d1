import type { Cell } from '../compile/cell.ts';

/** What is known of the facts of a cell: bit `i` is of `cell.facts[i]`; both are unsigned. */
export interface Masks {
  readonly known: number;
  readonly refuted: number;
}

/** The masks of a cell from a judge of its facts; `undefined` says that a fact is not known. */
export function masks(cell: Cell, judge: (fact: string) => boolean | undefined): Masks {
  let known = 0;
  let refuted = 0;
  for (const [index, fact] of cell.facts.entries()) {
    const verdict = judge(fact);
    if (verdict === true) known |= 1 << index;
    if (verdict === false) refuted |= 1 << index;
  }
  return { known: known >>> 0, refuted: refuted >>> 0 };
}
