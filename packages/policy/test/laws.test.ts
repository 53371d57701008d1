import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Backing } from '../src/index.ts';
import { answer } from './reference/answer.ts';
import { facts, ingredients, knowledge, policy, policyOf, question } from './reference/policies.ts';
import { covers, decideByReference, evaluate } from './reference/semantics.ts';

const runs = { numRuns: 500 };

describe('the engine', () => {
  test('engine equals reference', () => {
    const agrees = fc.property(policy, question, knowledge, (policy, question, known) => {
      const { permitted, sentence, rule } = answer(policy, question, known);
      expect({ permitted, sentence, rule }).toEqual(decideByReference(policy, question, known));
    });
    fc.assert(agrees, { numRuns: 1000 });
  });
});

describe('the laws', () => {
  test('default deny: what is permitted, a permit surely permits', () => {
    const law = fc.property(ingredients, question, knowledge, (parts, question, known) => {
      const surely = parts.backings.some(
        (one) => one.kind === 'permit' && covers(one, question) && evaluate(one.condition, known),
      );
      if (!surely) expect(answer(policyOf(parts), question, known).permitted).toBe(false);
    });
    fc.assert(law, runs);
  });

  test('prohibition wins: while one may hold, nothing is permitted', () => {
    const law = fc.property(ingredients, question, knowledge, (parts, question, known) => {
      const possible = parts.backings.some(
        (one) =>
          one.kind === 'forbid' &&
          covers(one, question) &&
          evaluate(one.condition, known) !== false,
      );
      if (possible) expect(answer(policyOf(parts), question, known).permitted).toBe(false);
    });
    fc.assert(law, runs);
  });

  test('order is irrelevant: of clauses, of sentences, of words', () => {
    const law = fc.property(
      policy,
      question,
      knowledge,
      fc.infiniteStream(fc.nat()),
      (policy, question, known, dice) => {
        const shuffled = <T>(items: readonly T[]): T[] => {
          const keyed = items.map((item) => ({ item, key: dice.next().value as number }));
          return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
        };
        const reorder = (terms: object) => Object.fromEntries(shuffled(Object.entries(terms)));
        const words = policy.vocabulary;
        const other = {
          ...policy,
          vocabulary: {
            ...words,
            facts: reorder(words.facts),
            purposes: reorder(words.purposes),
            categories: reorder(words.categories),
          },
          clauses: shuffled(policy.clauses).map((clause) => ({
            ...clause,
            sentences: shuffled(clause.sentences),
          })),
        } as typeof policy;
        expect(answer(other, question, known)).toEqual(answer(policy, question, known));
      },
    );
    fc.assert(law, runs);
  });

  test('withdrawing consent never widens: a fact that permits only need to be true, lost', () => {
    const consent = 'a';
    const law = fc.property(
      ingredients,
      question,
      knowledge,
      fc.constantFrom(false, undefined),
      (parts, question, known, lost) => {
        // Asked for by permits, and the way out of prohibitions; nowhere the other way round.
        const helpful = parts.backings.every((backing) => !harmful(backing, consent));
        fc.pre(helpful);
        const policy = policyOf(parts);
        const without = answer(policy, question, { ...known, [consent]: lost });
        const withIt = answer(policy, question, { ...known, [consent]: true });
        if (without.permitted) expect(withIt.permitted).toBe(true);
      },
    );
    fc.assert(law, runs);
  });

  test('a stricter policy never permits more', () => {
    const law = fc.property(
      ingredients,
      ingredients,
      question,
      knowledge,
      (parts, more, question, known) => {
        const kept = parts.backings.filter(
          (_, index) => index % 2 === 0 || parts.backings[index]?.kind === 'forbid',
        );
        const added = more.backings.filter(({ kind }) => kind === 'forbid');
        const stricter = policyOf({ ...parts, backings: [...kept, ...added] });
        if (answer(stricter, question, known).permitted) {
          expect(answer(policyOf(parts), question, known).permitted).toBe(true);
        }
      },
    );
    fc.assert(law, runs);
  });

  test('a failing fact provider never widens: unknown in place of a value', () => {
    const law = fc.property(
      policy,
      question,
      knowledge,
      fc.subarray([...facts]),
      (policy, question, known, failed) => {
        const less = { ...known, ...Object.fromEntries(failed.map((name) => [name, undefined])) };
        if (answer(policy, question, less).permitted) {
          expect(answer(policy, question, known).permitted).toBe(true);
        }
      },
    );
    fc.assert(law, runs);
  });
});

/** Whether the truth of a fact could ever count against permission: in a permit negated, in a prohibition plain. */
function harmful(backing: Backing, fact: string): boolean {
  if (backing.kind !== 'permit' && backing.kind !== 'forbid') return false;
  const occursAs = (condition: typeof backing.condition, positive: boolean): boolean => {
    if ('fact' in condition) return condition.fact === fact && positive;
    if ('not' in condition) return occursAs(condition.not, !positive);
    return ('all' in condition ? condition.all : condition.any).some((part) =>
      occursAs(part, positive),
    );
  };
  return occursAs(backing.condition, backing.kind === 'forbid');
}
