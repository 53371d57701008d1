import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type CategoryName,
  clause,
  compile,
  definePolicy,
  duty,
  findSentence,
  forbid,
  not,
  PolicyError,
  type PurposeName,
  permit,
  readPolicy,
  sentence,
  vocabulary,
} from '../src/index.ts';
import { faultsOf } from './faults.ts';
import { shop, source, words } from './shop.ts';

type V = typeof words.words;
const { provide } = words.action;
const { contact } = words.category;
const { carrier } = words.recipient;

describe('the types', () => {
  test('a question names leaves only', () => {
    expectTypeOf<PurposeName<V>>().toEqualTypeOf<
      'service.personal' | 'service.marketing' | 'fulfilment'
    >();
    expectTypeOf<CategoryName<V>>().toEqualTypeOf<
      'contact.phone' | 'contact.address' | 'interest'
    >();
  });

  test('a dotted name is reached in camel case', () => {
    expectTypeOf(words.purpose.serviceMarketing.name).toEqualTypeOf<'service.marketing'>();
  });

  test('a purpose that the policy lacks does not compile, in a rule or in a request', () => {
    // @ts-expect-error no such purpose
    expect(words.purpose.espionage).toBeUndefined();
    const engine = compile(shop);
    // @ts-expect-error no such purpose
    expect(() => engine.cell('provide', 'espionage', 'contact.phone', 'carrier')).toThrow(
      PolicyError,
    );
    // @ts-expect-error an inner purpose is not asked about
    expect(() => engine.cell('provide', 'service', 'contact.phone', 'carrier')).toThrow(
      PolicyError,
    );
  });

  test('a permit that has not stated all three does not compile, and has no place in a policy', () => {
    const text = { en: 'x', 'zh-CN': 'x' };
    // @ts-expect-error .for(…) is missing
    const unfinished = sentence(text, permit(provide).of(contact).to(carrier));
    const clauses = [...source.clauses, clause('2.z', { title: text }, unfinished)];
    expect(faultsOf(() => definePolicy({ ...source, clauses }))).toEqual([
      'sentence 2.z.1: a permit must say its purposes, if only as any',
    ]);
  });

  test('words stand only where their kind does', () => {
    // @ts-expect-error a recipient is no category
    expect(forbid(provide).of(carrier)).toBeDefined();
  });

  test('a label that lacks a language does not compile, and throws', () => {
    const none = {
      purposes: {},
      categories: {},
      recipients: {},
      facts: {},
      duties: {},
      retentions: {},
      regions: {},
    };
    const missing = () =>
      vocabulary({
        languages: ['en', 'zh-CN'],
        // @ts-expect-error zh-CN is missing
        actions: { use: { label: { en: 'use' } } },
        ...none,
      });
    expect(faultsOf(missing)).toEqual(['actions use: says nothing in zh-CN']);
  });

  test('a sentence that lacks a language does not compile', () => {
    const clauses = [
      ...source.clauses,
      clause('2.z', { title: { en: 'x' } }, sentence({ en: 'x' })),
    ];
    // @ts-expect-error zh-CN is missing
    expect(faultsOf(() => definePolicy({ ...source, clauses }))).toEqual([
      'clause 2.z: says nothing in zh-CN',
      'sentence 2.z.1: says nothing in zh-CN',
    ]);
  });
});

describe('definePolicy', () => {
  test('numbers sentences and fills in parameters', () => {
    expect(findSentence(shop, 'P.1')?.text).toHaveProperty(
      'en',
      'What Corner Shop does not say it may do, it does not do.',
    );
    expect(shop.title['zh-CN']).toBe('街角小店隐私政策');
  });

  test('gives frozen plain data', () => {
    expect(Object.isFrozen(shop.clauses[1]?.sentences[0]?.backings)).toBe(true);
    expect(JSON.parse(JSON.stringify(shop))).toEqual(shop);
  });

  test('tells all faults at once', () => {
    const other = vocabulary(words.words);
    const faults = faultsOf(() =>
      definePolicy({
        ...source,
        parameters: { produkt: { en: 'x', 'zh-CN': 'x' } },
        clauses: [
          ...source.clauses.slice(1),
          clause(
            '9.a',
            { title: { en: 'x', 'zh-CN': ' ' } },
            sentence({ en: 'x', 'zh-CN': 'x' }, forbid(other.action.sell)),
          ),
          clause('9.a', { title: { en: 'x', 'zh-CN': 'x' } }),
        ],
      }),
    );
    expect(faults).toEqual([
      'sentence 9.a.1: "sell" is not of this vocabulary',
      'parameter product: a text uses it, but it has no value',
      'parameter produkt: no text uses it',
      'clause 9.a: says nothing in zh-CN',
      'clause 9.a: stands twice',
      'clause 9.a: its part is not among the parts',
      'clause 9.a: its part is not among the parts',
      'policy: exactly one sentence is backed by refuseTheRest(), here 0',
    ]);
  });

  test('says among which words there is none where one is misspelt, and text in the place of a word', () => {
    const text = { en: 'x', 'zh-CN': 'x' };
    const { action, category, purpose, recipient, fact, duty: owed } = words;
    const clauses = [
      ...source.clauses,
      clause(
        '2.z',
        { title: text },
        sentence(
          text,
          // @ts-expect-error no such words
          forbid(action.provied).of(category.contakt).to(recipient.carier).for(purpose.fulfilment),
          // @ts-expect-error no such fact
          forbid(provide).when(fact.acepted).unless(not(fact.acepted)),
          // @ts-expect-error no such duty
          duty(owed.tel),
          // @ts-expect-error text is no word
          forbid(provide).of('interest'),
        ),
      ),
    ];
    expect(new Set(faultsOf(() => definePolicy({ ...source, clauses })))).toEqual(
      new Set([
        'sentence 2.z.1: "undefined" is not among the actions',
        'sentence 2.z.1: "undefined" is not among the categories',
        'sentence 2.z.1: "undefined" is not among the recipients',
        'sentence 2.z.1: "undefined" is not among the facts',
        'sentence 2.z.1: "undefined" is not among the duties',
        'sentence 2.z.1: "interest" is not of this vocabulary',
      ]),
    );
  });

  test('a draft that is carried on in two ways stays what it was', () => {
    const start = forbid(provide);
    expect(start.to(carrier).draft).not.toEqual(start.of(contact).draft);
    expect(start.draft.recipients).toBeUndefined();
  });
});

describe('readPolicy', () => {
  test('reads back what was stored', () => {
    expect(readPolicy(JSON.stringify(shop))).toEqual(shop);
  });

  test('names every place that has not the shape of a policy', () => {
    const stored = { ...shop, name: 7, parts: 'none', extra: true };
    expect(faultsOf(() => readPolicy(stored))).toEqual([
      'policy.name: should be a string',
      'policy.parts: should be a list',
      'policy: has a field that is not known',
    ]);
  });

  test('refuses what is no JSON, and conditions without end', () => {
    expect(() => readPolicy('{')).toThrow('no JSON');
    let condition: object = { fact: 'self' };
    for (let depth = 0; depth < 100_000; depth++) condition = { not: condition };
    const stored = JSON.parse(JSON.stringify(shop));
    stored.clauses[3].sentences[0].backings[0].condition = condition;
    expect(faultsOf(() => readPolicy(stored))).toEqual(['condition: is nested more than 64 deep']);
  });

  test('checks structure as definePolicy does', () => {
    const stored = JSON.parse(JSON.stringify(shop));
    stored.clauses[1].sentences[0].backings[0].recipients = ['aliens'];
    expect(faultsOf(() => readPolicy(stored))).toEqual([
      'sentence 2.a.1: "aliens" is not among the recipients',
    ]);
  });
});
