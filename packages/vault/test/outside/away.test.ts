import { EventEmitter, once } from 'node:events';
import { renameSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { register } from '../deeds.ts';
import { makePlace } from '../place.ts';
import { until } from '../postgres/until.ts';

it('a checkpoint that is taken away under a vault that runs lets entries wait, and once it is back they go on', async () => {
  const place = makePlace();
  const told = new EventEmitter();
  const vault = await place.open({ interval: 5, report: (fault) => told.emit('fault', fault) });
  for (let people = 0; people < 3; people++) await register(vault);
  await vault.flush();
  const signed = await vault.checkpoint();

  renameSync(place.anchor, `${place.anchor}.away`);
  const reported = once(told, 'fault');
  await register(vault);
  const [fault] = await reported;
  expect(fault).toMatchObject({
    code: 'AVOW_ANCHOR',
    message: expect.stringContaining('put it back'),
  });
  expect(await vault.checkpoint()).toBe(signed);
  expect(await vault.waiting(9)).toHaveLength(1);

  renameSync(`${place.anchor}.away`, place.anchor);
  await until(async () => {
    await setTimeout(5);
    return (await vault.waiting(9)).length === 0;
  });
  expect(await vault.checkpoint()).not.toBe(signed);
  await vault.close();
  place.remove();
});
