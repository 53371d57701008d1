import { expect, test } from 'vitest';
import { check, diff, prove, readPolicy, situations } from '../src/index.ts';
import { largePolicy } from './reference/large.ts';

/** Far above what it takes (`npm run bench` measures that); what grows with the cells would not end in it. */
const bound = { timeout: 10_000 };

test('500 clauses, 200 categories and 50 purposes are checked, proven and compared', bound, () => {
  const policy = largePolicy(1);
  const clauses = policy.clauses.filter((_, index) => index % 25 !== 2);
  const findings = check(policy);
  const proofs = prove(policy);
  const { changes } = diff(policy, { ...policy, clauses });
  expect(findings.some(({ code }) => code === 'AVOW_POLICY_LIMIT')).toBe(false);
  expect(proofs.map(({ kind }) => kind)).toContain('broken');
  // Only permits were taken out: nothing becomes possible, and something ceases to be.
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['narrower', 'impossible']));
});

test(
  'a promise of which every set of facts turns out otherwise is laid apart so far, and counted whole',
  bound,
  () => {
    const facts = Array.from({ length: 30 }, (_, index) => `fact${index}`);
    const said = (text: string) => ({ en: text });
    const words = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, { label: said(name) }]));
    const fact = (index: number) => ({ fact: facts[index % facts.length] });
    const any = { purposes: 'any', categories: 'any', recipients: 'any', actions: 'any' };
    // Each of fifty ways needs five facts of thirty, no two ways the same.
    const ways = Array.from({ length: 50 }, (_, at) => ({
      all: [1, 7, 11, 13, 17].map((step, nth) =>
        nth % 2 ? { not: fact(at * step) } : fact(at * step + nth),
      ),
    }));
    const sentence = (id: string, backing: object) => ({ id, text: said(id), backings: [backing] });
    const policy = readPolicy({
      name: 'wide',
      title: said('Wide'),
      vocabulary: {
        languages: ['en'],
        ...{ actions: words(['do']), purposes: words(['for']), categories: words(['what']) },
        recipients: words(['whom']),
        facts: Object.fromEntries(
          facts.map((name) => [name, { label: said(name), from: name, audience: [] }]),
        ),
        ...{ duties: {}, retentions: {}, regions: {} },
      },
      parts: [{ id: '1', title: said('One') }],
      clauses: [
        {
          id: '1.a',
          title: said('clause'),
          sentences: [
            sentence('1.a.1', { kind: 'permit', ...any, condition: { any: ways }, duties: [] }),
            sentence('1.a.2', { kind: 'never', ...any, condition: fact(0) }),
            sentence('1.a.3', { kind: 'rest' }),
          ],
        },
      ],
      profiles: [],
    });
    const found = situations(policy, '1.a.2:0');
    expect(found?.situations).toBe(2 ** 30);
    const sum = found?.groups.reduce((all, { situations }) => all + situations, 0);
    expect(sum).toBe(2 ** 30);
    expect(found?.groups.some(({ fate }) => fate === 'unsplit')).toBe(true);
  },
);
