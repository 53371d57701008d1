import { describe, expect, it } from 'vitest';
import { faultyMarket } from './faulty.ts';
import { sizeOf } from './log.ts';
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
