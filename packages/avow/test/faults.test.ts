import { VaultError } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import { disturbedMarket, faultyMarket } from './faulty.ts';
import { sizeOf } from './log.ts';
import { member } from './people.ts';
import { writes } from './writes.ts';

describe('a COMMIT that fails', () => {
  it.each(['not kept', 'kept'] as const)(
    'and is %s: the request, made again with its key, has one effect',
    async (how) => {
      const { avow, failNextCommit } = await faultyMarket();
      for (const { name, prepare } of writes) {
        const undisturbed = await prepare(avow);
        const start = await sizeOf(avow);
        await undisturbed({ idempotencyKey: crypto.randomUUID() });
        const entries = (await sizeOf(avow)) - start;

        const write = await prepare(avow);
        const before = await sizeOf(avow);
        const idempotencyKey = crypto.randomUUID();
        failNextCommit(how);
        await expect(write({ idempotencyKey }), name).rejects.toMatchObject({
          code: 'AVOW_UNCERTAIN',
        });
        expect({ name, kept: (await sizeOf(avow)) > before }).toEqual({
          name,
          kept: how === 'kept',
        });

        let replays = 0;
        await write({ idempotencyKey, onReplay: () => replays++ });
        expect({ name, replays }).toEqual({ name, replays: how === 'kept' ? 1 : 0 });
        if (name === 'erase') continue; // Its sweep adds entries at its own pace.
        expect({ name, entries: (await sizeOf(avow)) - before }).toEqual({ name, entries });
      }
    },
  );
});

describe('an erasure that fails after it was decided', () => {
  it('says so, and not that nothing was kept; asked for again it is finished', async () => {
    let isFull = true;
    const avow = await disturbedMarket((vault) => ({
      ...vault,
      async erase(person) {
        if (isFull) throw new VaultError('AVOW_STORE', 'the store failed; nothing was kept');
        return vault.erase(person);
      },
    }));
    const person = await member(avow);
    const idempotencyKey = crypto.randomUUID();
    await expect(avow.erase({ person, idempotencyKey })).rejects.toMatchObject({
      code: 'AVOW_UNFINISHED',
    });
    isFull = false;
    let replays = 0;
    const erased = await avow.erase({ person, idempotencyKey, onReplay: () => replays++ });
    expect({ permitted: erased.permitted, replays }).toEqual({ permitted: true, replays: 1 });
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'erased' });
  });
});
