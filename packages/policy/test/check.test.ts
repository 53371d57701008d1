import { describe, expect, test } from 'vitest';
import { check, type Policy, readPolicy } from '../src/index.ts';
import { shop } from './shop.ts';

/** What `check` finds in a copy of the shop's policy that was changed as plain data. */
function found(change: (policy: ReturnType<typeof JSON.parse>) => void): readonly string[] {
  const copy = JSON.parse(JSON.stringify(shop));
  change(copy);
  const policy: Policy = readPolicy(copy);
  return check(policy).map(
    ({ severity, code, sentence, rule, words }) =>
      `${severity} ${code} ${sentence === undefined ? words : `${sentence}:${rule ?? ''}`}`,
  );
}

const label = { en: 'x', 'zh-CN': 'x' };

describe('check', () => {
  test('finds nothing in a policy where all is accounted for', () => {
    expect(check(shop)).toEqual([]);
  });

  test('a sentence with nothing behind it, and one that is information and more', () => {
    expect(
      found((policy) => {
        policy.clauses[0].sentences[1].backings = [];
      }),
    ).toEqual(['error AVOW_SENTENCE_UNBACKED P.2:']);
    expect(
      found((policy) => {
        policy.clauses[2].sentences[0].backings.push({ kind: 'information' });
      }),
    ).toEqual(['warning AVOW_INFORMATION_BACKED 2.b.1:']);
  });

  test('a rule whose condition the axioms never allow', () => {
    const facts = [{ fact: 'serving' }, { fact: 'permitted' }, { not: { fact: 'accepted' } }];
    const condition = { all: facts };
    expect(
      found((policy) => {
        policy.clauses[1].sentences[1].backings[0].condition = condition;
      }),
    ).toEqual(['error AVOW_RULE_NEVER_APPLIES 2.a.2:0']);
  });

  test('a permit that is forbidden wherever it counts', () => {
    expect(
      found((policy) => {
        policy.clauses[1].sentences[0].backings[0].condition = { all: [] };
      }),
    ).toEqual(['error AVOW_PERMIT_OVERRULED 2.a.1:2']);
  });

  test('a category marked public, of which no sentence says that anybody may read it', () => {
    const marked = (policy: ReturnType<typeof JSON.parse>, name: string) => {
      policy.vocabulary.categories[name].public = true;
    };
    const unsaid = 'is marked public, and no sentence lets it out whatever the facts';
    expect(found((policy) => marked(policy, 'interest'))).toEqual([
      `error AVOW_PUBLIC_UNSAID "interest" ${unsaid}`,
    ]);
    expect(found((policy) => marked(policy, 'contact'))).toEqual([
      'error AVOW_PUBLIC_UNSAID "contact" is marked public and has others below it: mark those',
    ]);
    expect(() =>
      found((policy) => {
        policy.vocabulary.categories.interest.public = 'yes';
      }),
    ).toThrow('should be true or false');
  });

  test('a fact that can never be true', () => {
    expect(
      found((policy) => {
        policy.vocabulary.facts.serving.excludes = ['serving'];
      }),
    ).toEqual([
      'error AVOW_RULE_NEVER_APPLIES 2.a.2:0',
      'error AVOW_FACT_IMPOSSIBLE the axioms never let "serving" be true',
    ]);
  });

  test('a remedy that whom it concerns may not learn of', () => {
    expect(
      found((policy) => {
        policy.vocabulary.facts.permitted.audience = ['operator'];
      }),
    ).toEqual(['warning AVOW_REMEDY_HIDDEN who could bring "permitted" about may not learn of it']);
  });

  test('words that nothing uses', () => {
    expect(
      found((policy) => {
        policy.vocabulary.recipients.moon = { label };
        policy.vocabulary.duties.dance = { label };
        policy.vocabulary.facts.raining = { label, from: 'sky', audience: [] };
      }),
    ).toEqual([
      'warning AVOW_WORD_UNUSED nothing uses "moon" of the recipients',
      'warning AVOW_WORD_UNUSED nothing uses "raining" of the facts',
      'warning AVOW_WORD_UNUSED nothing uses "dance" of the duties',
    ]);
  });

  test('a category that is kept for no stated time', () => {
    expect(
      found((policy) => {
        delete policy.vocabulary.categories.contact.retention;
      }),
    ).toEqual([
      'warning AVOW_WORD_UNUSED nothing uses "account" of the retentions',
      'warning AVOW_RETENTION_MISSING nothing says how long "contact.address" is kept',
      'warning AVOW_RETENTION_MISSING nothing says how long "contact.phone" is kept',
    ]);
  });

  test('cells that are too large, by name', () => {
    const many = Array.from({ length: 32 }, (_, index) => `f${index}`);
    const findings = found((policy) => {
      for (const name of many) policy.vocabulary.facts[name] = { label, from: name, audience: [] };
      policy.clauses[1].sentences[1].backings[0].condition = {
        all: ['serving', ...many].map((fact) => ({ fact })),
      };
    });
    expect(findings).toEqual([
      'error AVOW_POLICY_LIMIT cell provide, fulfilment, contact.address, carrier needs more than 32 facts or 64 cubes',
    ]);
  });
});
