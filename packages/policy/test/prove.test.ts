import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axioms } from '../src/compile/axioms.ts';
import { cubes } from '../src/compile/cubes.ts';
import {
  clause,
  compile,
  definePolicy,
  type Fate,
  findSentence,
  type Never,
  never,
  type Policy,
  permit,
  promise,
  prove,
  type Rule,
  sentence,
  situations,
} from '../src/index.ts';
import { answer } from './reference/answer.ts';
import { facts, policy, questions } from './reference/policies.ts';
import { covers, evaluate, type Facts, respectsAxioms, states } from './reference/semantics.ts';
import { shop, source, words } from './shop.ts';

/** The facts that a rule turns on; a permission that contradicts itself turns on none. */
function factsOf({ vocabulary }: Policy, { kind, condition }: Rule | Never): readonly string[] {
  const { bit, names } = axioms(vocabulary.facts);
  const counting = cubes(condition, bit).filter(
    ({ pos, neg }) => kind !== 'permit' || !(pos & neg),
  );
  return names(counting.reduce((sum, { pos, neg }) => sum | pos | neg, 0n));
}

/** What comes of each situation of a promise, one by one and by the reference alone. */
function countByReference(
  policy: Policy,
  promise: Never,
): Record<Exclude<Fate, 'unsplit'>, number> {
  const counted = { refused: 0, outside: 0, impossible: 0, broken: 0 };
  const rules = policy.clauses.flatMap(({ sentences }) =>
    sentences.flatMap(({ backings }) =>
      backings.filter((one) => one.kind === 'permit' || one.kind === 'forbid'),
    ),
  );
  for (const question of questions.filter((each) => covers(promise, each))) {
    const here = rules.filter((rule) => covers(rule, question));
    const matter = new Set([...here, promise].flatMap((one) => factsOf(policy, one)));
    const whole = states(facts);
    const seen = new Set<string>();
    for (const state of whole) {
      const isLike = (other: Facts) => [...matter].every((fact) => other[fact] === state[fact]);
      const key = [...matter].map((fact) => state[fact]).join();
      if (seen.has(key)) continue;
      seen.add(key);
      const holds = (kind: string) =>
        here.some((rule) => rule.kind === kind && evaluate(rule.condition, state) === true);
      if (!evaluate(promise.condition, state)) counted.outside += 1;
      else if (holds('forbid') || !holds('permit')) counted.refused += 1;
      else if (whole.some((other) => isLike(other) && respectsAxioms(policy, other)))
        counted.broken += 1;
      else counted.impossible += 1;
    }
  }
  return counted;
}

describe('prove', () => {
  test('the situations of a promise are as many as the reference counts, one by one', () => {
    const law = fc.property(policy, (policy) => {
      for (const proof of prove(policy)) {
        const backing = findSentence(policy, proof.sentence)?.backings[0];
        const found = situations(policy, proof.promise);
        if (proof.kind === 'enforced' || backing?.kind !== 'never' || found === undefined) {
          throw new TypeError(`${proof.promise} is no promise`);
        }
        const counted = { refused: 0, outside: 0, impossible: 0, broken: 0, unsplit: 0 };
        for (const { fate, situations } of found.groups) counted[fate] += situations;
        expect(counted).toEqual({ ...countByReference(policy, backing), unsplit: 0 });
        expect(found.situations).toBe(proof.situations);
        expect(found.places).toBe(questions.filter((each) => covers(backing, each)).length);
        expect(counted.broken > 0).toBe(proof.kind === 'broken');
      }
      expect(situations(policy, '1.a.99:0')).toBeUndefined();
    });
    fc.assert(law, { numRuns: 100 });
  });

  test('a group of situations says what all of it has in common, whatever else is so or unknown', () => {
    const found = situations(shop, '2.a.1:1');
    expect([found?.places, found?.facts]).toEqual([18, ['permitted', 'refused']]);
    expect(found?.groups).toEqual([
      // Whether you have refused does not matter: it is in neither of the two.
      { fate: 'outside', truths: ['permitted'], falsehoods: [], situations: 21 },
      {
        ...{ fate: 'refused', sentence: '2.a.1' },
        ...{ truths: [], falsehoods: ['permitted'], situations: 21 },
      },
    ]);
  });

  test('laid apart only so far, they are as many, and none comes to something else', () => {
    const law = fc.property(policy, fc.nat({ max: 12 }), (policy, looks) => {
      for (const { promise, sentence } of prove(policy).filter(({ kind }) => kind !== 'enforced')) {
        const backing = findSentence(policy, sentence)?.backings[0];
        const found = situations(policy, promise, looks);
        if (backing?.kind !== 'never' || found === undefined) throw new TypeError(promise);
        const counted = { refused: 0, outside: 0, impossible: 0, broken: 0, unsplit: 0 };
        for (const { fate, situations } of found.groups) counted[fate] += situations;
        const { unsplit, ...laid } = counted;
        const whole = countByReference(policy, backing);
        for (const fate of ['refused', 'outside', 'impossible', 'broken'] as const) {
          expect(laid[fate]).toBeLessThanOrEqual(whole[fate]);
        }
        const sum = Object.values(laid).reduce((all, each) => all + each, unsplit);
        expect([sum, looks === 0 && unsplit]).toEqual([
          found.situations,
          looks === 0 && found.situations,
        ]);
        expect(found.groups.filter(({ fate }) => fate === 'unsplit').length).toBeLessThan(2);
      }
    });
    fc.assert(law, { numRuns: 100 });
  });

  test('prove agrees with brute force, and its counterexamples are smallest', () => {
    const law = fc.property(policy, (policy) => {
      const engine = compile(policy);
      const possible = states(facts).filter((state) => respectsAxioms(policy, state));
      const proofs = prove(engine);
      const nevers = policy.clauses.flatMap(({ sentences }) =>
        sentences.flatMap(({ backings }) => backings.filter((one) => one.kind === 'never')),
      );
      expect(proofs.length).toBe(nevers.length);
      for (const [index, backing] of nevers.entries()) {
        const breaches = questions
          .filter((question) => covers(backing, question))
          .flatMap((question) =>
            possible
              .filter(
                (state) =>
                  evaluate(backing.condition, state) && answer(engine, question, state).permitted,
              )
              .map((state) => facts.filter((fact) => state[fact]).length),
          );
        const proof = proofs[index];
        expect(proof?.kind).toBe(breaches.length === 0 ? 'proven' : 'broken');
        if (proof?.kind !== 'broken') continue;
        const { cell, facts: truths, sentence } = proof.counterexample;
        expect(truths.length).toBe(Math.min(...breaches));
        const question = {
          action: cell.actions,
          purpose: cell.purposes,
          category: cell.categories,
          recipient: cell.recipients,
        };
        const state = Object.fromEntries(facts.map((fact) => [fact, truths.includes(fact)]));
        expect(respectsAxioms(policy, state)).toBe(true);
        expect(covers(backing, question) && evaluate(backing.condition, state)).toBe(true);
        expect(answer(engine, question, state)).toMatchObject({ permitted: true, sentence });
      }
    });
    fc.assert(law, { numRuns: 200 });
  });

  test('proves over every place and state, and names enforced promises with their test', () => {
    expect(prove(shop)).toEqual([
      // 2 acts × 3 purposes × 3 categories; at 3 of the 18 a second fact matters.
      { kind: 'proven', promise: '2.a.1:1', sentence: '2.a.1', situations: 15 * 2 + 3 * 4 },
      expect.objectContaining({
        kind: 'enforced',
        promise: '2.b.2:0',
        test: 'packages/shop/test/notice.test.ts',
      }),
    ]);
  });

  test('tells of a broken promise the smallest situation, in words', () => {
    const { sell, provide } = words.action;
    const { contact } = words.category;
    const { unrelated, carrier } = words.recipient;
    const { fulfilment } = words.purpose;
    const { permitted, serving, refused } = words.fact;
    const text = { en: 'x', 'zh-CN': 'x' };
    const broken = clause(
      '2.z',
      { title: text },
      sentence(
        text,
        promise(never(provide, sell).to(unrelated, carrier).unless(serving)),
        permit(sell).of(contact).to(unrelated).for(fulfilment).when(permitted),
        permit(provide).of(contact).to(carrier).for(fulfilment).when(refused),
      ),
    );
    const proof = prove(definePolicy({ ...source, clauses: [...source.clauses, broken] })).find(
      ({ promise }) => promise === '2.z.1:0',
    );
    expect(proof).toMatchObject({
      kind: 'broken',
      counterexample: {
        cell: {
          actions: 'provide',
          purposes: 'fulfilment',
          categories: 'contact.address',
          recipients: 'carrier',
        },
        facts: ['refused'],
        sentence: '2.z.1',
        rule: 2,
        words: {
          en: 'Sentence 2.z.1 permits: provide postal address (recipient: the carrier; purpose: fulfilment), when you have refused, and nothing else is true.',
          'zh-CN':
            '第 2.z.1 句准许：提供邮寄地址（接收方：承运人；目的：履约），只要您已拒绝，而无其他事实成立。',
        },
      },
    });
  });
});
