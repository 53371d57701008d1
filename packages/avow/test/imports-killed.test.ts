import { expect, test } from 'vitest';
import { killThrice } from './killed-delivery.ts';
import { place, storesOf } from './place.ts';

test('10,000 lines killed three times: exactly those lines, one record each, and a list of rejects', {
  timeout: 300_000,
}, async () => {
  const folder = place();
  const stores = await storesOf(folder);
  expect(await killThrice({ folder, stores, lines: 10_000, people: 400 })).toEqual([]);
});
