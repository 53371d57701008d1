import { type Axioms, axioms } from '../compile/axioms.ts';
import type { Engine } from '../compile/compile.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { type Diagram, diagram } from '../compile/diagram.ts';
import { type Numbered, numbered } from '../compile/numbered.ts';
import { type CompiledRule, compileRules } from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
import { leafWords, type Never } from '../model/rule.ts';
import { type Breach, describe, lesser, smallestBreach } from './breach.ts';
import type { Proof } from './proof.ts';
import { sizeOf } from './smallest.ts';

/**
 * Proves each promise of a policy, or finds the smallest counterexample: the fewest facts true, then
 * the fewest that matter. In the order of sentence ids; enforced promises are named with their tests.
 *
 * It looks at states in which each fact is true or false, though the engine decides on less. That is
 * enough: a permit that counts is surely met and the prohibitions surely excluded, and so they stay
 * whatever the unknown facts turn out to be. So if a partial state permits, every completion of it
 * does, and the one that is the case, which the axioms allow and of which the promise speaks, is among
 * those looked at.
 */
export function prove(of: Policy | Engine): readonly Proof[] {
  const policy = 'policy' in of ? of.policy : of;
  const ofFacts = axioms(policy.vocabulary.facts);
  const rules = compileRules(policy, ofFacts);
  const promises = numbered(policy, 'never').map((one) => begin(one, ofFacts));
  const scopes = [...rules.map(({ scope }) => scope), ...promises.map(({ scope }) => scope)];
  const space = diagram(scopes, leafWords(policy.vocabulary));
  examine(space, rules, promises, ofFacts);

  const results = new Map(promises.map((one) => [one.scope, one]));
  return numbered(policy, 'never', 'enforced').map(({ sentence, index, backing }): Proof => {
    const promised = { promise: `${sentence}:${index}`, sentence };
    if (backing.kind === 'enforced') {
      return { ...promised, kind: 'enforced', test: backing.test, text: backing.text };
    }
    const { situations, worst } = results.get(backing)!;
    if (worst === undefined) return { ...promised, kind: 'proven', situations };
    const counterexample = describe(worst, space, policy, ofFacts);
    return { ...promised, kind: 'broken', situations, counterexample };
  });
}

/** A promise, and how far its proof has come. */
interface Examined {
  readonly scope: Never;
  /** What must not be the case where something is permitted. */
  readonly cubes: readonly Cube[];
  situations: number;
  worst: Breach | undefined;
}

function begin({ backing }: Numbered<Never>, { bit }: Axioms): Examined {
  return { scope: backing, cubes: cubes(backing.condition, bit), situations: 0, worst: undefined };
}

/** Goes through all places once; the promises that speak of a leaf are held against its rules. */
function examine(
  space: Diagram,
  rules: readonly CompiledRule[],
  promises: readonly Examined[],
  ofFacts: Axioms,
): void {
  for (const leaf of space.leaves) {
    const here = leaf.scopes.flatMap((scope) => rules[scope] ?? []);
    const mentioned = factsOf(here.flatMap((rule) => rule.cubes));
    for (const promise of leaf.scopes.flatMap((scope) => promises[scope - rules.length] ?? [])) {
      const facts = sizeOf(mentioned | factsOf(promise.cubes));
      promise.situations += leaf.places * 2 ** facts;
      promise.worst = lesser(promise.worst, smallestBreach(leaf, here, promise.cubes, ofFacts));
    }
  }
}

function factsOf(all: readonly Cube[]): bigint {
  return all.reduce((sum, { pos, neg }) => sum | pos | neg, 0n);
}
