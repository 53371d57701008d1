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
  // Counted loops: `for … of` over a frozen array costs V8 an object for each step.
  // Comparing with zero, the sign of a mask that uses its 32nd bit does not matter.
  const { forbids, permits } = cell;
  for (let at = 0; at < forbids.length; at++) {
    const { pos, neg, outcome } = forbids[at]!;
    if ((isFalse & pos) === 0 && (isTrue & neg) === 0) return outcome;
  }
  for (let at = 0; at < permits.length; at++) {
    const { pos, neg, outcome } = permits[at]!;
    if ((pos & ~isTrue) === 0 && (neg & ~isFalse) === 0) return outcome;
  }
  return cell.silence;
}
