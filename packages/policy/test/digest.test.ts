import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../src/digest/canonical.ts';
import {
  clause,
  definePolicy,
  digests,
  forbid,
  type Policy,
  permit,
  sentence,
} from '../src/index.ts';
import { answer } from './reference/answer.ts';
import { ingredients, knowledge, policyOf, question } from './reference/policies.ts';
import { inside, outsiders, preamble, shop, source, supplement, words } from './shop.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const before = digests(shop, sha256);
const title = { en: 'New', 'zh-CN': '新' };

describe('the digest of the meaning', () => {
  test('does not see order, texts or marks', () => {
    const reworded = { ...supplement, title };
    const after = digests(
      definePolicy({ ...source, clauses: [reworded, inside, preamble, outsiders], profiles: [] }),
      sha256,
    );
    expect(hex(after.meaning)).toBe(hex(before.meaning));
    expect(hex(after.text.en)).not.toBe(hex(before.text.en));
  });

  test('sees a rule, a condition and a number of days', () => {
    const rule = sentence(title, forbid(words.action.use).when(words.fact.refused));
    const more = definePolicy({
      ...source,
      clauses: [...source.clauses, clause('2.z', { title }, rule)],
    });
    const days = JSON.parse(JSON.stringify(shop));
    days.vocabulary.retentions.short.days = 181;
    const digestsOfAll = [shop, more, days].map((policy) => hex(digests(policy, sha256).meaning));
    expect(new Set(digestsOfAll).size).toBe(3);
  });

  test('does not see how a rule is written', () => {
    const { use } = words.action;
    const { platform } = words.recipient;
    const { contact, contactPhone, contactAddress } = words.category;
    const { fulfilment } = words.purpose;
    const written = (...rules: Parameters<typeof sentence>[1][]) =>
      hex(
        digests(
          definePolicy({
            ...source,
            clauses: [...source.clauses, clause('2.z', { title }, sentence(title, ...rules))],
          }),
          sha256,
        ).meaning,
      );
    const { accepted, self } = words.fact;
    expect(written(permit(use).of(contact).to(platform).for(fulfilment).when(accepted, self))).toBe(
      written(
        permit(use)
          .of(contactAddress, contactPhone)
          .to(platform)
          .for(fulfilment)
          .when(self)
          .when(accepted),
      ),
    );
  });
});

describe('the digest of the meaning, over random policies', () => {
  const meaning = (policy: Policy) => hex(digests(policy, sha256).meaning);

  test('digests ignore order: of sentences and of words', () => {
    const law = fc.property(ingredients, fc.infiniteStream(fc.nat()), (parts, dice) => {
      const keyed = parts.backings.map((backing) => ({
        backing,
        key: dice.next().value as number,
      }));
      const backings = keyed.sort((a, b) => a.key - b.key).map(({ backing }) => backing);
      const policy = policyOf({ ...parts, backings });
      const facts = Object.fromEntries(Object.entries(policy.vocabulary.facts).reverse());
      const other = { ...policy, vocabulary: { ...policy.vocabulary, facts } };
      expect(meaning(other)).toBe(meaning(policyOf(parts)));
    });
    fc.assert(law, { numRuns: 200 });
  });

  test('digests see meaning: where an answer differs, so do they', () => {
    const law = fc.property(
      ingredients,
      ingredients,
      question,
      knowledge,
      (one, other, question, known) => {
        const [before, after] = [policyOf(one), policyOf(other)];
        if (
          answer(before, question, known).permitted !== answer(after, question, known).permitted
        ) {
          expect(meaning(before)).not.toBe(meaning(after));
        }
      },
    );
    fc.assert(law, { numRuns: 200 });
  });
});

describe('the digest of a text', () => {
  test('sees one language at a time, and no marks', () => {
    const chinese = JSON.parse(JSON.stringify(shop));
    chinese.clauses[0].sentences[1].text['zh-CN'] = '请慢慢阅读。';
    chinese.profiles = [];
    const after = digests(chinese, sha256).text as typeof before.text;
    expect(hex(after.en)).toBe(hex(before.text.en));
    expect(hex(after['zh-CN'])).not.toBe(hex(before.text['zh-CN']));
  });
});

describe('canonical bytes', () => {
  test('sort keys by code unit and tell apart what joined strings would not', () => {
    expect(canonical({ b: 1, a: 2 })).toEqual(canonical({ a: 2, b: 1 }));
    expect(canonical(['a', 'bc'])).not.toEqual(canonical(['ab', 'c']));
    expect(canonical('1')).not.toEqual(canonical(1));
    expect(canonical('\ud800')).not.toEqual(canonical('\ufffd'));
  });
});
