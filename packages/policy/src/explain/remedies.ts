import type { Axioms } from '../compile/axioms.ts';
import type { Cell, CellCube } from '../compile/cell.ts';
import type { Engine } from '../compile/compile.ts';
import type { Cube } from '../compile/cubes.ts';
import { decide } from '../decide/decide.ts';
import type { Text } from '../model/text.ts';

/** One fact to bring about: by whom, and how. */
export interface Step {
  readonly fact: string;
  readonly by: string;
  readonly how: Text;
}

/** Facts that, brought about together, would make what was refused permitted. */
export interface Remedy {
  readonly steps: readonly Step[];
}

/** What is known to be true and known to be false. */
interface State {
  readonly truths: bigint;
  readonly falsehoods: bigint;
}

/** A refusal is answered in time whatever the policy: with this many sets tried, the search ends. */
const MOST_TRIED = 4096;

/**
 * The smallest sets of obtainable facts that would make a refusal a permission (none is part of
 * another), smallest first; empty where there are none, or nothing is refused. Only facts that the
 * audience may learn of are named. Axioms are kept: with a fact come those that it implies, which
 * have to be known or obtainable too, and those that it excludes cease to be.
 */
export function remedies(
  engine: Engine,
  cell: Cell,
  known: number,
  refuted: number,
  audience: string,
): readonly Remedy[] {
  if (decide(cell, known, refuted).permitted) return [];
  const { axioms, policy } = engine;
  const now = {
    truths: widen(known & ~refuted, cell, axioms),
    falsehoods: widen(refuted & ~known, cell, axioms),
  };
  const obtainable = cell.facts.filter((fact) => {
    const term = policy.vocabulary.facts[fact];
    return term?.obtainable !== undefined && term.audience.includes(audience);
  });
  const sets = obtain(axioms, wide(cell, axioms), now, obtainable.map(axioms.bit));
  return sets.map((set) => ({
    steps: axioms.names(set).flatMap((fact) => {
      const way = policy.vocabulary.facts[fact]?.obtainable;
      return way === undefined ? [] : [{ fact, by: way.by, how: way.how }];
    }),
  }));
}

/** The cubes of a cell over all facts of the policy, where axioms are stated. */
interface Wide {
  readonly mask: bigint;
  readonly permits: readonly Cube[];
  readonly forbids: readonly Cube[];
}

function wide(cell: Cell, axioms: Axioms): Wide {
  const cube = ({ pos, neg }: CellCube): Cube => ({
    pos: widen(pos, cell, axioms),
    neg: widen(neg, cell, axioms),
  });
  return {
    mask: widen(-1, cell, axioms),
    permits: cell.permits.map(cube),
    forbids: cell.forbids.map(cube),
  };
}

function widen(mask: number, { facts }: Cell, { bit }: Axioms): bigint {
  return facts.reduce((sum, fact, index) => ((mask >>> index) & 1 ? sum | bit(fact) : sum), 0n);
}

/**
 * The least sets of facts to obtain. Exact up to its bound: while something stands in the way of a
 * permit, any set that works holds a fact that clears it, and each such fact is tried.
 */
function obtain(
  axioms: Axioms,
  cell: Wide,
  now: State,
  obtainable: readonly bigint[],
): readonly bigint[] {
  const candidates = obtainable.filter((fact) => (fact & now.truths) === 0n);
  const reach = candidates.reduce((sum, fact) => sum | fact, 0n);
  const found: bigint[] = [];
  let tried = 0;
  for (const permit of cell.permits) {
    const queue = new Set([0n]);
    // A set iterates over what is added to it on the way.
    for (const set of queue) {
      if (++tried > MOST_TRIED) break;
      const fix = obstacle(permit, cell.forbids, after(axioms, cell, now, set));
      if (fix === undefined) {
        found.push(set);
        continue;
      }
      for (const fact of candidates) {
        if ((fact & fix.byTruth) === 0n && (axioms.refuted(fact) & fix.byFalsehood) === 0n)
          continue;
        const more = set | (axioms.close(fact) & cell.mask & ~now.truths);
        if ((more & ~reach) === 0n && more !== set && axioms.possible(more)) queue.add(more);
      }
    }
  }
  const least = [...new Set(found)].filter(
    (set) => !found.some((other) => other !== set && (other & ~set) === 0n),
  );
  return least.sort((a, b) => axioms.names(a).length - axioms.names(b).length || (a < b ? -1 : 1));
}

/** The state once some facts have been obtained. */
function after(axioms: Axioms, { mask }: Wide, now: State, obtained: bigint): State {
  const refuted = axioms.refuted(obtained) & mask;
  return {
    truths: (now.truths & ~refuted) | obtained,
    falsehoods: (now.falsehoods & ~obtained) | refuted,
  };
}

/** What keeps a permit from counting, as the facts whose truth or falsehood would clear it away. */
function obstacle(
  permit: Cube,
  forbids: readonly Cube[],
  { truths, falsehoods }: State,
): { readonly byTruth: bigint; readonly byFalsehood: bigint } | undefined {
  const lacking = permit.pos & ~truths;
  if (lacking !== 0n) return { byTruth: lacking & -lacking, byFalsehood: 0n };
  const standing = permit.neg & ~falsehoods;
  if (standing !== 0n) return { byTruth: 0n, byFalsehood: standing & -standing };
  const forbid = forbids.find(({ pos, neg }) => (pos & falsehoods) === 0n && (neg & truths) === 0n);
  return forbid && { byTruth: forbid.neg, byFalsehood: forbid.pos };
}
