import { axioms } from '../compile/axioms.ts';
import { type Engine, leafWords } from '../compile/compile.ts';
import { type Cube, cubes } from '../compile/cubes.ts';
import { diagram } from '../compile/diagram.ts';
import { numbered } from '../compile/numbered.ts';
import { compileRules } from '../compile/rules.ts';
import type { Policy } from '../model/policy.ts';
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
  const promises = numbered(policy, 'never', 'enforced');
  const scopes = promises.flatMap(({ backing }) => (backing.kind === 'never' ? [backing] : []));
  const space = diagram(
    [...rules.map(({ scope }) => scope), ...scopes],
    leafWords(policy.vocabulary),
  );

  return promises.map(({ sentence, index, backing }): Proof => {
    const promised = { promise: `${sentence}:${index}`, sentence };
    if (backing.kind === 'enforced') {
      return { ...promised, kind: 'enforced', test: backing.test, text: backing.text };
    }
    const broken = cubes(backing.condition, ofFacts.bit);
    const scope = rules.length + scopes.indexOf(backing);
    let situations = 0;
    let worst: Breach | undefined;
    for (const leaf of space.leaves) {
      if (!leaf.scopes.includes(scope)) continue;
      const here = leaf.scopes.flatMap((one) => rules[one] ?? []);
      situations +=
        leaf.places * 2 ** countFacts([...here.flatMap((rule) => rule.cubes), ...broken]);
      worst = lesser(worst, smallestBreach(leaf, here, broken, ofFacts));
    }
    if (worst === undefined) return { ...promised, kind: 'proven', situations };
    const counterexample = describe(worst, space, policy, ofFacts);
    return { ...promised, kind: 'broken', situations, counterexample };
  });
}

function countFacts(all: readonly Cube[]): number {
  return sizeOf(all.reduce((sum, { pos, neg }) => sum | pos | neg, 0n));
}
