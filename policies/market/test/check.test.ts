import { check, diff, prove } from '@avow/policy';
import { describe, expect, it } from 'vitest';
import { type CookieChoice, harbourMarket, marketPolicy } from '../src/index.ts';

const choices: readonly CookieChoice[] = ['ask-first', 'unless-refused'];

describe.each(choices)('with cookies %s', (cookies) => {
  const policy = marketPolicy({ ...harbourMarket, cookies });

  it('leaves no sentence without backing, no rule without effect, no word without use', () => {
    expect(check(policy)).toEqual([]);
  });

  it('keeps every promise', () => {
    expect(prove(policy).filter(({ kind }) => kind === 'broken')).toEqual([]);
  });
});

it('calls it a major change to set cookies before a yes', () => {
  const [strict, loose] = choices.map((cookies) => marketPolicy({ ...harbourMarket, cookies }));
  expect(diff(strict!, loose!).major).toBe(true);
});
