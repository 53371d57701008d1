import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { RegionKeys } from '../src/keys/region-keys.ts';

const fresh = () => createSecretKey(randomBytes(32));

it('a refresh tells what was there when it was asked for, though another is under way', async () => {
  const [first, second] = [fresh(), fresh()];
  let stored: ReadonlyMap<number, KeyObject> = new Map([[1, first]]);
  const slow = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let reads = 0;
  const keys = new RegionKeys(stored, async () => {
    const seen = stored;
    reads += 1;
    if (reads === 1) {
      begun.resolve();
      await slow.promise;
    }
    return seen;
  });

  const early = keys.refresh();
  await begun.promise;
  stored = new Map([...stored, [2, second]]);
  // Two who come now share one, and it is not the one that has looked already.
  const late = Promise.all([keys.refresh(), keys.refresh()]);
  slow.resolve();
  await early;
  await late;
  expect({ newest: keys.newest, reads }).toEqual({ newest: 2, reads: 2 });
});
