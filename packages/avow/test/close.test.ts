import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openAnchorFile } from '@avow/vault';
import { expect, it } from 'vitest';
import type { AvowOptions } from '../src/index.ts';
import { member } from './people.ts';
import { openMarket, place } from './place.ts';

it('while the anchor is away people are served, and an end leaves nothing open and nothing out', async () => {
  const folder = place();
  const file = openAnchorFile(join(folder, 'outside', 'checkpoint'));
  let isAway = false;
  const reached = () => {
    if (isAway) throw new Error('the anchor cannot be reached');
    return file;
  };
  const anchor: AvowOptions<never>['anchor'] = {
    read: async () => reached().read(),
    swap: async (expected, next) => reached().swap(expected, next),
  };
  const directory = { key: randomBytes(32), at: join(folder, 'directory', 'directory.db') };
  const avow = await openMarket(folder, { anchor, directory });

  isAway = true;
  const person = await member(avow);
  const question = { person, purpose: 'account', categories: ['contact.name'] } as const;
  const answer = await avow.act('use', question);
  expect(answer).toMatchObject({ permitted: true });
  expect(await avow.ready()).toMatchObject({ stores: true, anchor: false });
  // It cannot say that the checkpoint was kept; all is closed nevertheless.
  await expect(avow.close()).rejects.toThrow('the anchor cannot be reached');

  isAway = false;
  const again = await openMarket(folder, { anchor, directory });
  expect((await again.receipt(answer.entry))?.proof).toBeDefined();
  await again.close();
});
