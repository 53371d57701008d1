import { expect, test } from 'vitest';
import { passwords } from '../src/accounts/password.ts';

const { hash: hashPassword, matches: passwordMatches } = passwords();

test('a password matches its own hash and no other', async () => {
  const hash = await hashPassword('a boat of paper');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await passwordMatches('a boat of paper', hash)).toBe(true);
  expect(await passwordMatches('a boat of Paper', hash)).toBe(false);
});

test('the same password never has the same hash twice', async () => {
  expect(await hashPassword('again')).not.toBe(await hashPassword('again'));
});

test('a password typed on another keyboard is the same password', async () => {
  expect(await passwordMatches('ｐａｓｓ', await hashPassword('pass'))).toBe(true);
});

test('where nobody has the name, no password matches', async () => {
  expect(await passwordMatches('anything', undefined)).toBe(false);
});
