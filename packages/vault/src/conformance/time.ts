import type { Unit } from '../port/store.ts';
import type { Cases } from './engine.ts';
import { item, schema } from './items.ts';

/** A unit that keeps something and answers its moment. */
function momentOf(id: string): Unit<number> {
  return {
    locks: [],
    reads: [],
    decide: (_, { now }) => ({ changes: [{ table: 'item', after: item(id) }], answer: now }),
  };
}

/** A store's time does not run backwards. */
export const time: Cases = {
  'takes its time from the clock': async (engine, expect) => {
    let now = 5_000;
    const store = await engine.open(schema, { clock: { now: () => now } });
    expect(await store.run(momentOf('a'))).toBe(5_000);
    now = 65_000;
    expect(await store.run(momentOf('b'))).toBe(65_000);
  },

  'is never behind a unit kept before, though the clock is set back': async (engine, expect) => {
    let now = 50_000;
    const store = await engine.open(schema, { clock: { now: () => now } });
    const first = await store.run(momentOf('a'));
    now = 10;
    expect(await store.run(momentOf('b'))).toBeGreaterThanOrEqual(first);
  },

  'is never behind a unit kept before it was opened again': async (engine, expect) => {
    const before = await engine.open(schema, { clock: { now: () => 50_000 } });
    const last = await before.run(momentOf('a'));
    await before.close();
    const after = await engine.open(schema, { clock: { now: () => 10 } });
    expect(await after.run(momentOf('b'))).toBeGreaterThanOrEqual(last);
  },

  'is never behind though a COMMIT in between failed': async (engine, expect) => {
    let now = 50_000;
    const clock = { now: () => now };
    const first = await engine.open(schema, { clock });
    engine.failNextCommit('not kept');
    await first.run(momentOf('lost')).catch(() => undefined);
    const last = await first.run(momentOf('kept'));
    await first.close();
    now = 10;
    const second = await engine.open(schema, { clock });
    expect(await second.run(momentOf('next'))).toBeGreaterThanOrEqual(last);
  },
};
