import { existsSync, readFileSync } from 'node:fs';
import { prove, sentencesOf } from '@avow/policy';
import { policy } from '@avow/policy-market';
import { expect, it } from 'vitest';
import { carriedOut } from './carried-out.ts';
import { needsTest, pageOf, rowsIn } from './clauses.ts';

const root = `${import.meta.dirname}/../..`;
const rows = rowsIn(root);

it('is written as the policy, the code and the tests are', () => {
  const page = readFileSync(`${root}/docs/clauses.md`, 'utf8');
  expect(page, 'out of date: node scripts/clauses/write.ts').toBe(pageOf(rows));
});

it('finds each clause in a file of the policy, and each room on the disk', () => {
  expect(rows.filter(({ source }) => source === '')).toEqual([]);
  const rooms = Object.values(carriedOut).flat();
  expect(rooms.filter((room) => !existsSync(`${root}/${room}`))).toEqual([]);
});

it('speaks of nothing that the policy does not say', () => {
  const ids = new Set([...sentencesOf(policy), ...policy.clauses].map(({ id }) => String(id)));
  const named = Object.keys(carriedOut);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

it('has a test named by each sentence for which something runs', () => {
  const untested = rows.filter((row) => needsTest(row) && row.tests.length === 0);
  expect(untested.map(({ sentence }) => String(sentence.id))).toEqual([]);
});

it('calls no promise proven that is not', () => {
  expect(prove(policy).filter(({ kind }) => kind === 'broken')).toEqual([]);
});
