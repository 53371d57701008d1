import { describe, expect, test } from 'vitest';
import { compile, decide, type Policy, readPolicy } from '../src/index.ts';
import { shop } from './shop.ts';

const label = { en: 'x', 'zh-CN': 'x' };

/** The shop's policy, its carrier rule on a condition over many facts. */
function withFacts(count: number, condition: (names: readonly string[]) => object): Policy {
  const copy = JSON.parse(JSON.stringify(shop));
  const names = Array.from({ length: count }, (_, index) => `f${String(index).padStart(2, '0')}`);
  for (const name of names) copy.vocabulary.facts[name] = { label, from: name, audience: [] };
  copy.clauses[1].sentences[1].backings[0].condition = condition(names);
  return readPolicy(copy);
}

const cellOf = (policy: Policy) =>
  compile(policy).cell('provide', 'fulfilment', 'contact.phone', 'carrier');

describe('the limits of a cell', () => {
  test('32 facts are decided on, the last bit of a mask included', () => {
    const cell = cellOf(withFacts(32, (names) => ({ all: names.map((fact) => ({ fact })) })));
    expect(cell.facts.length).toBe(32);
    expect(decide(cell, 0xffffffff, 0).permitted).toBe(true);
    expect(decide(cell, 0x7fffffff, 0).permitted).toBe(false);
    expect(decide(cell, 0x7fffffff, 0x80000000).permitted).toBe(false);
    const negated = cellOf(
      withFacts(32, (names) => ({ all: names.map((fact) => ({ not: { fact } })) })),
    );
    expect(decide(negated, 0, 0xffffffff).permitted).toBe(true);
    expect(decide(negated, 0, 0x7fffffff).permitted).toBe(false);
    expect(negated.permits[0]?.neg).toBe(0xffffffff);
  });

  test('33 facts, or 65 cubes, are refused when compiling', () => {
    const fault = expect.objectContaining({ code: 'AVOW_POLICY_LIMIT' });
    expect(() =>
      cellOf(withFacts(33, (names) => ({ all: names.map((fact) => ({ fact })) }))),
    ).toThrow(fault);
    // Seven choices between two facts each: 2 to the 7th cubes.
    const pairs = (names: readonly string[]) => ({
      all: Array.from({ length: 7 }, (_, at) => ({
        any: [{ fact: names[2 * at] }, { fact: names[2 * at + 1] }],
      })),
    });
    expect(() => cellOf(withFacts(14, pairs))).toThrow(fault);
  });
});
