import { expect, test } from 'vitest';
import { check, diff, prove } from '../src/index.ts';
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
