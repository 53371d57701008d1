import type { Cell, Outcome } from '../compile/cell.ts';

/**
 * Decides, from the facts known to be true (`known`) and known to be false (`refuted`), as masks over
 * `cell.facts`. A prohibition stands unless it is surely excluded, a permission counts only if surely
 * met; the first that counts is cited, prohibitions before permissions. Returns an outcome built when
 * the policy was compiled: deciding allocates nothing.
 *
 * A fact claimed both true and false is doubtful, hence unknown: doubt is a no.
 */
export function decide(cell: Cell, known: number, refuted: number): Outcome {
  const isTrue = known & ~refuted;
  const isFalse = refuted & ~known;
  // Comparing with zero, the sign of a mask that uses its 32nd bit does not matter.
  for (const { pos, neg, outcome } of cell.forbids) {
    if ((isFalse & pos) === 0 && (isTrue & neg) === 0) return outcome;
  }
  for (const { pos, neg, outcome } of cell.permits) {
    if ((pos & ~isTrue) === 0 && (neg & ~isFalse) === 0) return outcome;
  }
  return cell.silence;
}
