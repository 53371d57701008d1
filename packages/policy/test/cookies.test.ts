import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  check,
  definePolicy,
  diff,
  digests,
  findCookie,
  type Policy,
  readPolicy,
  render,
} from '../src/index.ts';
import { faultsOf } from './faults.ts';
import { shop, source } from './shop.ts';

const basket = {
  label: { en: 'what is in your basket', 'zh-CN': '购物车内容' },
  purpose: 'service.personal',
  by: 'platform',
} as const;
const visits = { ...basket, purpose: 'service.marketing', days: 30, scripts: true } as const;

type Cookies = NonNullable<
  Parameters<typeof definePolicy<typeof source.vocabulary.words>>[0]['cookies']
>;
const listing = (cookies: Cookies) => definePolicy({ ...source, cookies });
const policy = listing({ basket, 'seen_*': visits });
const sha256 = (bytes: Uint8Array) => new Uint8Array(hash('sha256', bytes, 'buffer'));
const kinds = (before: Policy, after: Policy) =>
  diff(before, after).changes.map(({ kind, major }) => `${kind}${major ? ' (major)' : ''}`);

describe('the register of cookies', () => {
  test('survives being stored', () => {
    expect(readPolicy(JSON.stringify(policy))).toEqual(policy);
  });

  test('a cookie is found by its name, or by the longest pattern that fits', () => {
    const cookies = { ...policy.cookies, 'seen_it_*': basket, seen_it_all: visits };
    expect(findCookie(cookies, 'basket')).toEqual({ ...basket, listed: 'basket' });
    expect(findCookie(cookies, 'seen_1')).toEqual({ ...visits, listed: 'seen_*' });
    expect(findCookie(cookies, 'seen_it_1')).toEqual({ ...basket, listed: 'seen_it_*' });
    expect(findCookie(cookies, 'seen_it_all')).toEqual({ ...visits, listed: 'seen_it_all' });
    expect(findCookie(cookies, 'baskets')).toBeUndefined();
    expect(findCookie(cookies, 'seen_*')?.listed).toBe('seen_*');
    expect(findCookie(cookies, 'toString')).toBeUndefined();
  });

  test('a purpose that the policy lacks does not compile, and is refused by name', () => {
    // @ts-expect-error no such purpose
    expect(faultsOf(() => listing({ basket: { ...basket, purpose: 'espionage' } }))).toEqual([
      'cookie basket: "espionage" is no purpose, or has others below it',
    ]);
    // @ts-expect-error an inner purpose is not asked for
    expect(faultsOf(() => listing({ basket: { ...basket, purpose: 'service' } }))).toHaveLength(1);
    // @ts-expect-error no such recipient
    expect(faultsOf(() => listing({ basket: { ...basket, by: 'nobody' } }))).toEqual([
      'cookie basket: "nobody" is not among the recipients',
    ]);
  });

  test('a name that no browser would keep is refused, and so is a missing language', () => {
    for (const name of ['a b', 'a;b', 'a=b', '', '*', 'a*b', 'é']) {
      expect(faultsOf(() => listing({ [name]: basket }))).toEqual([
        `cookie ${name}: is no name of a cookie, nor the beginning of one and a star`,
      ]);
    }
    const stored = JSON.parse(JSON.stringify(policy));
    delete stored.cookies.basket.label['zh-CN'];
    expect(faultsOf(() => readPolicy(stored))).toEqual(['cookie basket: says nothing in zh-CN']);
    stored.cookies.basket.days = -1;
    expect(faultsOf(() => readPolicy(stored))).toEqual([
      'policy.cookies.basket.days: should be a whole number of days',
    ]);
  });

  test('one that nothing permits is found', () => {
    const never = listing({ basket: { ...basket, by: 'unrelated' } });
    expect(check(never).map(({ code }) => code)).toContain('AVOW_COOKIE_UNPERMITTED');
    expect(check(policy).map(({ code }) => code)).not.toContain('AVOW_COOKIE_UNPERMITTED');
  });
});

describe('a change to the register', () => {
  test('says what is new, longer or other, and that is major', () => {
    expect(kinds(shop, policy)).toEqual(['cookie-new (major)', 'cookie-new (major)']);
    expect(kinds(policy, shop)).toEqual(['cookie-gone', 'cookie-gone']);
    const longer = listing({ basket: { ...basket, days: 1 }, 'seen_*': { ...visits, days: 31 } });
    expect(kinds(policy, longer)).toEqual(['cookie-longer (major)', 'cookie-longer (major)']);
    expect(kinds(longer, policy)).toEqual(['cookie-shorter', 'cookie-shorter']);
    const other = listing({
      basket: { ...basket, purpose: 'service.marketing' },
      'seen_*': visits,
    });
    expect(kinds(policy, other)).toEqual(['cookie-other (major)']);
    expect(diff(shop, policy).changes[0]?.words).toEqual({
      en: 'A new cookie, personal service: basket (what is in your basket).',
      'zh-CN': '新增 Cookie（个性化服务）：basket（购物车内容）。',
    });
  });

  test('is a change of meaning; its words are a change of text', () => {
    const [before, after] = [digests(shop, sha256), digests(policy, sha256)];
    expect(after.meaning).not.toEqual(before.meaning);
    const reworded = { ...basket, label: { ...basket.label, en: 'your basket' } };
    const said = digests(listing({ 'seen_*': visits, basket: reworded }), sha256);
    expect(said.meaning).toEqual(after.meaning);
    expect(said.text.en).not.toEqual(after.text.en);
    expect(said.text['zh-CN']).toEqual(after.text['zh-CN']);
  });
});

test('the page lists each cookie with its purpose, who sets it, its life and the sentences that permit it', () => {
  const markdown = render(policy, { language: 'en', format: 'markdown' });
  const rows = markdown.slice(markdown.indexOf('## Which cookies there are')).trim().split('\n');
  expect(rows.slice(2)).toEqual([
    '| Cookie | What | What for | Set by | How long | Sentence |',
    '| --- | --- | --- | --- | --- | --- |',
    expect.stringMatching(
      /^\| basket \| what is in your basket \| personal service \| us \| until the browser is closed \| \[/,
    ),
    expect.stringMatching(
      /^\| seen\\_\\\* \| what is in your basket \| marketing \| us \| 30 days \| /,
    ),
  ]);
  expect(render(shop, { language: 'en', format: 'markdown' })).not.toContain('Which cookies');
});
