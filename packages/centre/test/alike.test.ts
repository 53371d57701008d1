import { html, moment } from '@avow/server/look';
import { expect, test } from 'vitest';
import { alike } from '../src/pages/alike.ts';
import type { Visit } from '../src/web/visit.ts';
import { wordsIn } from '../src/words/index.ts';

const visit = { words: wordsIn('en') } as Visit;

test('what reads the same stands once, with how often, in the order in which it came', () => {
  const found = alike(visit, ['127.0.0.1', '10.0.0.1', '127.0.0.1']);
  expect(found.map(({ times }) => times)).toEqual([2, 1]);
  expect(found.map(({ shown }) => `${shown}`)).toEqual([
    '127.0.0.1 <span class="quiet">(2\u00a0times)</span>',
    '10.0.0.1',
  ]);
});

test('two moments within a minute read the same, and two minutes do not', () => {
  const times = [0, 59_000, 60_000].map((at) => moment(at, 'en'));
  expect(alike(visit, times).map((each) => each.times)).toEqual([2, 1]);
});

test('what is written is escaped, and markup is not', () => {
  const [written, marked] = alike(visit, ['<b>', html`<b>a</b>`]);
  expect([`${written?.shown}`, `${marked?.shown}`]).toEqual(['&lt;b&gt;', '<b>a</b>']);
});
