import { describe, expect, test } from 'vitest';
import { compile, decide, masks, PolicyError } from '../src/index.ts';
import { shop } from './shop.ts';

const engine = compile(shop);

function ask(question: Parameters<typeof engine.cell>, facts: Readonly<Record<string, boolean>>) {
  const cell = engine.cell(...question);
  const { known, refuted } = masks(cell, (fact) => facts[fact]);
  return decide(cell, known, refuted);
}

describe('decide', () => {
  test('permits, citing the sentence and what is owed', () => {
    const facts = { permitted: true, refused: false };
    expect(ask(['provide', 'service.marketing', 'interest', 'unrelated'], facts)).toEqual({
      permitted: true,
      sentence: '2.a.1',
      rule: 2,
      duties: ['notifyPerson'],
    });
  });

  test('a prohibition stands while its exception is unknown', () => {
    expect(ask(['provide', 'service.marketing', 'interest', 'unrelated'], {})).toEqual({
      permitted: false,
      sentence: '2.a.1',
      rule: 0,
      by: 'prohibition',
    });
  });

  test('what no rule permits is refused, citing the sentence that says so', () => {
    expect(ask(['sell', 'fulfilment', 'contact.phone', 'carrier'], {})).toEqual({
      permitted: false,
      sentence: 'P.1',
      rule: undefined,
      by: 'silence',
    });
  });

  test('a prohibition that may hold wins over a permission that does', () => {
    const question = ['use', 'service.marketing', 'interest', 'platform'] as const;
    expect(ask([...question], { accepted: true }).permitted).toBe(false);
    expect(ask([...question], { accepted: true, refused: false }).permitted).toBe(true);
  });

  test('a fact claimed both true and false is unknown', () => {
    const cell = engine.cell('export', 'fulfilment', 'interest', 'person');
    expect(decide(cell, 1, 0).permitted).toBe(true);
    expect(decide(cell, 1, 1).permitted).toBe(false);
  });

  test('allocates no outcome: the same object answers again', () => {
    const cell = engine.cell('export', 'fulfilment', 'interest', 'person');
    expect(decide(cell, 1, 0)).toBe(decide(cell, 1, 0));
    expect(Object.isFrozen(decide(cell, 1, 0))).toBe(true);
  });
});

describe('cells', () => {
  test('name the facts to fetch, by code unit', () => {
    const cell = engine.cell('provide', 'service.marketing', 'interest', 'unrelated');
    expect(cell.facts).toEqual(['permitted', 'refused']);
  });

  test('that are equal are one object', () => {
    expect(engine.cell('provide', 'fulfilment', 'contact.phone', 'carrier')).toBe(
      engine.cell('provide', 'fulfilment', 'contact.address', 'carrier'),
    );
  });

  test('an unknown word is answered with known ones, not repeated', () => {
    const act = () => engine.cell('provide', 'fulfilment', '13800138000' as 'interest', 'carrier');
    expect(act).toThrow(PolicyError);
    expect(act).toThrow(/categories: no such word.*contact\.phone/);
    expect(act).not.toThrow(/13800138000/);
  });
});
