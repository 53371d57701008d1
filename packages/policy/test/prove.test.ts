import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clause,
  compile,
  definePolicy,
  never,
  permit,
  promise,
  prove,
  sentence,
} from '../src/index.ts';
import { answer } from './reference/answer.ts';
import { facts, policy, questions } from './reference/policies.ts';
import { covers, evaluate, respectsAxioms, states } from './reference/semantics.ts';
import { shop, source, words } from './shop.ts';

describe('prove', () => {
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
            '第2.z.1句准许：提供邮寄地址（接收方：承运人；目的：履约），只要您已拒绝，而无其他事实成立。',
        },
      },
    });
  });
});
