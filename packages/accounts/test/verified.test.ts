import { expect, it } from 'vitest';
import { joined, mei, open } from './place.ts';

const category = 'contact.email';

it('confirming shows an address to be the person’s; another one in its place is not, and signing in is no word on it', async () => {
  const place = await open();
  const { accounts, avow } = place;
  const { person } = await joined(place);
  await accounts.settled();
  expect(await avow.subjects.isVerified(person, category)).toBe(true);
  await avow.correct({ person, fields: { [category]: 'elsewhere@example.net' } });
  expect(await avow.subjects.isVerified(person, category)).toBe(false);
  expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'in' });
  await accounts.settled();
  expect(await avow.subjects.isVerified(person, category)).toBe(false);
  expect(place.faults).toEqual([]);
});

it('an account that was confirmed before comes to it by signing in', async () => {
  const place = await open();
  const { accounts, avow } = place;
  const { person } = await joined(place);
  await accounts.settled();
  // As it is where nothing was written down: what is held has come anew since.
  await avow.correct({ person, fields: { [category]: mei.address } });
  expect(await avow.subjects.isVerified(person, category)).toBe(false);
  expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'in' });
  await accounts.settled();
  expect(await avow.subjects.isVerified(person, category)).toBe(true);
});
