import type { Axioms } from '../compile/axioms.ts';
import type { Cube } from '../compile/cubes.ts';
import { boxes, type Diagram, type Node } from '../compile/diagram.ts';
import { type CompiledPermit, type CompiledRule, isForbid, isPermit } from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import { inEach, labelOf, labelsOf } from '../wording/labels.ts';
import { phrasesFor } from '../wording/phrases.ts';
import type { Counterexample } from './proof.ts';
import { both, meets, sizeOf, smallest } from './smallest.ts';

/** A state that breaks a promise at the places of a leaf, and the permit that does it. */
export interface Breach {
  readonly leaf: Node;
  readonly truths: bigint;
  /** How many facts are true, and how many the permit and the promise mention. */
  readonly size: readonly [facts: number, mattering: number];
  readonly permit: CompiledPermit;
}

/** The smallest state at a leaf that is permitted while a promise, broken by `promise`, forbids it. */
export function smallestBreach(
  leaf: Node,
  rules: readonly CompiledRule[],
  promise: readonly Cube[],
  axioms: Axioms,
): Breach | undefined {
  const permits = rules.filter(isPermit);
  const forbids = rules.filter(isForbid).flatMap((rule) => rule.cubes);
  let least: Breach | undefined;
  for (const cube of permits.flatMap((permit) => permit.cubes)) {
    for (const broken of promise) {
      const must = both(cube, broken);
      const truths = smallest(axioms, must, forbids);
      if (truths === undefined) continue;
      // The permit that is cited is the first that counts, which need not be the one looked at.
      const permit = permits.find((one) => one.cubes.some((any) => meets(truths, any)))!;
      const size = [sizeOf(truths), sizeOf(must.pos | must.neg)] as const;
      least = lesser(least, { leaf, truths, size, permit });
    }
  }
  return least;
}

/** The smaller of two breaches, the first of equals. */
export function lesser(a: Breach | undefined, b: Breach | undefined): Breach | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const difference = b.size[0] - a.size[0] || b.size[1] - a.size[1];
  return difference < 0 ? b : a;
}

/** A breach as a counterexample, at the first of its places. */
export function describe(
  { leaf, truths, permit }: Breach,
  space: Diagram,
  policy: Policy,
  axioms: Axioms,
): Counterexample {
  const [box] = boxes(leaf, space);
  const cell = {
    actions: box!.actions[0]!,
    purposes: box!.purposes[0]!,
    categories: box!.categories[0]!,
    recipients: box!.recipients[0]!,
  };
  const words = policy.vocabulary;
  const facts = axioms.names(truths);
  const { sentence, rule } = permit.outcome;
  return {
    cell,
    facts,
    sentence,
    rule,
    words: inEach(words, (language) => {
      const phrases = phrasesFor(language);
      const act = phrases.act(labelsOf(words, only(cell), phrases.anything, language));
      const clauses = facts.map((fact) => labelOf(words, 'facts', fact, language));
      return phrases.counterexample(act, sentence, clauses);
    }),
  };
}

function only(cell: Counterexample['cell']) {
  return {
    actions: [cell.actions],
    purposes: [cell.purposes],
    categories: [cell.categories],
    recipients: [cell.recipients],
  };
}
