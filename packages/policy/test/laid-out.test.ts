import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, layOutRule, type Never, type Policy } from '../src/index.ts';
import { layOutCondition } from '../src/wording/laid-out.ts';
import { condition, knowledge } from './reference/policies.ts';
import { evaluate } from './reference/semantics.ts';
import { shop } from './shop.ts';

/** Whether nothing in a condition is denied but single facts. */
function deniesFactsAlone(of: Condition): boolean {
  if ('fact' in of) return true;
  if ('not' in of) return 'fact' in of.not;
  return ('all' in of ? of.all : of.any).every(deniesFactsAlone);
}

describe('a condition that is laid out', () => {
  test('means the same, whatever is known', () => {
    const law = fc.property(condition, knowledge, (of, known) => {
      const { when, unless } = layOutCondition(of);
      const together = { all: [...when, ...unless.map((one) => ({ not: one }))] };
      expect(evaluate(together, known)).toBe(evaluate(of, known));
    });
    fc.assert(law, { numRuns: 1000 });
  });

  test('denies nothing but single facts', () => {
    const law = fc.property(condition, (of) => {
      const { when, unless } = layOutCondition(of);
      expect([...when, ...unless].every(deniesFactsAlone)).toBe(true);
    });
    fc.assert(law, { numRuns: 500 });
  });

  test('is never “unless it is not so”', () => {
    const foreign = { any: [{ not: { fact: 'foreign' } }, { fact: 'cleared' }] };
    expect(layOutCondition({ not: foreign })).toEqual({
      when: [{ fact: 'foreign' }],
      unless: [{ fact: 'cleared' }],
    });
  });
});

describe('a rule that is laid out', () => {
  const rule: Never = {
    kind: 'never',
    actions: ['provide', 'sell'],
    categories: 'any',
    recipients: ['unrelated'],
    purposes: 'any',
    condition: {
      not: { any: [{ fact: 'permitted' }, { all: [{ fact: 'accepted' }, { fact: 'serving' }] }] },
    },
  };
  const said = (language: string) => layOutRule(rule, shop as Policy, language);

  test('is in the words of the policy, and leaves open what it leaves open', () => {
    expect(said('en')).toEqual({
      actions: ['provide', 'sell'],
      categories: undefined,
      recipients: ['unrelated third parties'],
      purposes: undefined,
      when: [],
      unless: [
        'you have permitted just this',
        { all: ['you have accepted the agreement', 'the party serves you now'] },
      ],
    });
    expect(said('zh-CN').unless[0]).toBe('您已专门许可');
  });

  test('is refused in a language that the policy is not written in', () => {
    expect(() => said('fr')).toThrow('not in the language asked for');
  });
});
