import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axioms } from '../src/compile/axioms.ts';
import { facts, ingredients, policyOf } from './reference/policies.ts';
import { respectsAxioms, states } from './reference/semantics.ts';

const subset = fc.subarray([...facts]);

test('what is possible, implied and refuted is just what every allowed state says', () => {
  const law = fc.property(ingredients, subset, (parts, truths) => {
    const policy = policyOf(parts);
    const allowed = states(facts).filter((state) => respectsAxioms(policy, state));
    const having = (names: readonly string[]) =>
      allowed.filter((state) => names.every((name) => state[name]));
    // Of a fact that can never be true nothing more is asked than that it be found impossible.
    fc.pre(facts.every((fact) => having([fact]).length > 0));
    const { bit, close, names, possible, refuted } = axioms(policy.vocabulary.facts);
    const mask = truths.reduce((sum, fact) => sum | bit(fact), 0n);

    const worlds = having(truths);
    expect(possible(mask)).toBe(worlds.length > 0);
    if (worlds.length === 0) return;
    expect(names(close(mask))).toEqual(
      facts.filter((fact) => worlds.every((state) => state[fact])),
    );
    expect(names(refuted(mask))).toEqual(
      facts.filter((fact) => worlds.every((state) => !state[fact])),
    );
  });
  fc.assert(law, { numRuns: 1000 });
});

test('a fact that excludes what it implies is impossible', () => {
  const term = { label: { en: 'x' }, from: 'x', audience: [] };
  const { bit, possible } = axioms({
    a: { ...term, implies: ['b'] },
    b: { ...term, excludes: ['a'] },
  });
  expect(possible(bit('a'))).toBe(false);
  expect(possible(bit('b'))).toBe(true);
});
