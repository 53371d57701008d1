import { expect, it } from 'vitest';
import { dataSchema } from '../../src/index.ts';
import { migrateStore } from '../../src/migrate/migrate.ts';
import { openReader, openStore } from '../../src/place.ts';
import { systemClock } from '../../src/port/clock.ts';
import { engines } from './engines.ts';
import { dataForm1 } from './form-1-schema.ts';

const body = new Uint8Array([1]);
const whole = { by: 'key', equals: [], limit: 100 } as const;

it.each(engines)(
  'entries on $name are numbered by their positions, the waiting ones behind them',
  async (engine) => {
    const place = await engine.place();
    const old = await openStore(place, dataForm1, { clock: systemClock });
    const entries = [
      { arrival: 1, id: 'a', position: 0 },
      { arrival: 2, id: 'waits', position: null },
      { arrival: 4, id: 'c', position: 2 },
      { arrival: 5, id: 'b', position: 1 },
      { arrival: 9, id: 'waits too', position: null },
    ];
    const changes = entries.map((entry) => ({ table: 'entry', after: { ...entry, body } }));
    await old.run({ locks: [], reads: [], decide: () => ({ changes, answer: undefined }) });
    await old.close();

    await migrateStore('data', place, dataSchema, {});
    const reader = await openReader(place, dataSchema);
    const [moved, stretches] = await reader.read([
      { table: 'entry', ...whole },
      { table: 'stretch', ...whole },
    ]);
    await reader.close();
    expect(moved!.map((row) => [row['arrival'], row['id']])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [5, 'waits'],
      [12, 'waits too'],
    ]);
    expect(stretches).toEqual([{ position: 0, arrival: 1, count: 3 }]);

    const store = await openStore(place, dataSchema, { clock: systemClock });
    const next = [{ table: 'entry', after: { id: 'next', body } }];
    await store.run({ locks: [], reads: [], decide: () => ({ changes: next, answer: undefined }) });
    expect(await store.settled('entry')).toBe(13);
    await store.close();
  },
);
