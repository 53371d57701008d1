import { expect, test } from 'vitest';
import { Misconfigured, mailIn, portIn, urlIn } from '../src/environment.ts';

test('a port is a number that there is', () => {
  expect(['4000', '0', undefined].map((PORT) => portIn({ PORT }))).toEqual([4000, 0, 4000]);
  for (const PORT of ['abc', '', '-1', '65536', '4e3']) {
    expect(() => portIn({ PORT })).toThrow(Misconfigured);
  }
});

test('the address is one that browsers have, without anything behind it', () => {
  expect(urlIn({}, 4000)).toBe('http://localhost:4000');
  expect(urlIn({ MARKET_URL: 'https://harbour.example/' }, 1)).toBe('https://harbour.example');
  for (const MARKET_URL of [
    'harbour.example',
    'https://harbour.example/market',
    'https://harbour.example/?a',
    'https://me:secret@harbour.example',
    'ftp://harbour.example',
    '',
  ]) {
    expect(() => urlIn({ MARKET_URL }, 1)).toThrow(/MARKET_URL is an address/);
  }
});

test('mail is sent or shown, and in production it is sent', () => {
  const [MAIL_URL, MAIL_FROM, NODE_ENV] = ['smtps://mail.example', 'post@a.example', 'production'];
  expect(mailIn({ MAIL_URL, MAIL_FROM, NODE_ENV })).toEqual({ url: MAIL_URL, from: MAIL_FROM });
  expect(mailIn({})).toBeUndefined();
  expect(() => mailIn({ MAIL_URL })).toThrow(/go together/);
  expect(() => mailIn({ MAIL_FROM })).toThrow(/go together/);
  expect(() => mailIn({ NODE_ENV })).toThrow(/in production/);
});
