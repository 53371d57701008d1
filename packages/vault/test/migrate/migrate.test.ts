import { describe, expect, it } from 'vitest';
import type { Migration, Schema, Step, Table } from '../../src/index.ts';
import { migrateStore } from '../../src/migrate/migrate.ts';
import { openReader, openStore } from '../../src/place.ts';
import { systemClock } from '../../src/port/clock.ts';
import { engines } from './engines.ts';

const note: Table = {
  name: 'note',
  columns: [
    { name: 'id', type: 'text' },
    { name: 'old', type: 'text', nullable: true },
  ],
  key: ['id'],
  indexes: [],
  audited: false,
};
const wider: Table = {
  ...note,
  columns: [...note.columns, { name: 'new', type: 'text', nullable: true, added: true }],
  indexes: [{ name: 'new', columns: ['new'] }],
};
const narrow: Table = { ...wider, columns: wider.columns.filter(({ name }) => name !== 'old') };
const beside: Table = {
  name: 'beside',
  columns: [{ name: 'number', type: 'integer', serial: true }],
  key: ['number'],
  indexes: [],
  audited: false,
};

const expand: Migration = {
  to: 2,
  kind: 'expand',
  brings: 'another column, and a table',
  steps: [
    { does: 'add-column', table: 'note', column: wider.columns[2]! },
    { does: 'create-index', table: wider, index: wider.indexes[0]! },
    { does: 'create-table', table: beside },
  ],
};
const contract: Migration = {
  to: 3,
  kind: 'contract',
  needs: 2,
  brings: 'one column less',
  steps: [{ does: 'drop-column', table: 'note', column: 'old' }],
};

const first: Schema = { name: 'avow/test', version: 1, tables: [note] };
const second: Schema = {
  name: 'avow/test',
  version: 2,
  tables: [wider, beside],
  migrations: [expand],
};
/** Knows the form without the old column, and how to do as long as it is still there. */
const third: Schema = {
  name: 'avow/test',
  version: 3,
  oldest: 2,
  tables: [narrow, beside],
  migrations: [expand, contract],
};

const open = (place: string, schema: Schema) => openStore(place, schema, { clock: systemClock });
const put = (id: string, row: object) => ({
  locks: [],
  reads: [],
  decide: () => ({ changes: [{ table: 'note', after: { id, ...row } }], answer: undefined }),
});

async function notes(place: string): Promise<readonly object[]> {
  const rows: object[] = [];
  const reader = await openReader(place, third);
  for await (const row of reader.scan({ table: 'note' })) rows.push({ ...row });
  await reader.close();
  return rows;
}

describe.each(engines)('a store on $name', ({ place: newPlace, shape, alter }) => {
  it('is expanded under a program that goes on, and narrowed when that is gone', async () => {
    const place = await newPlace();
    const oldest = await open(place, first);
    await oldest.run(put('a', { old: 'x' }));
    await migrateStore('data', place, second, {});
    await oldest.run(put('b', { old: 'y' }));

    const early = migrateStore('data', place, third, {});
    await expect(early).rejects.toMatchObject({ code: 'AVOW_LOCKED' });
    await oldest.close();
    const newer = await open(place, third);
    await newer.run(put('c', { new: 'z' }));
    await newer.close();
    await migrateStore('data', place, third, {});
    expect(await notes(place)).toEqual([
      { id: 'a', new: null },
      { id: 'b', new: null },
      { id: 'c', new: 'z' },
    ]);
    const made = await newPlace();
    await (await open(made, third)).close();
    expect(await shape(place)).toEqual(await shape(made));
  });

  it('is open to programs between the form they need and the one they know', async () => {
    const place = await newPlace();
    const refused = { code: 'AVOW_SCHEMA' };
    await (await open(place, first)).close();
    await expect(open(place, second)).rejects.toThrow('run "avow migrate"');
    await expect(open(place, third)).rejects.toMatchObject(refused);
    await migrateStore('data', place, second, {});
    for (const schema of [first, second, third]) await (await open(place, schema)).close();
    await migrateStore('data', place, third, {});
    for (const schema of [second, third]) await (await open(place, schema)).close();
    await expect(open(place, first)).rejects.toThrow('use a newer one');
    await expect(openReader(place, first)).rejects.toMatchObject(refused);
  });

  it('keeps the form before or the form after, wherever a migration fails', async () => {
    const place = await newPlace();
    await (await open(place, first)).close();
    const before = await shape(place);
    const told: Step[] = [];
    const cut = migrateStore('data', place, second, {
      progress: (_, step) => {
        told.push(step);
        if (told.length === expand.steps.length) throw new Error('cut off');
      },
    });
    await expect(cut).rejects.toMatchObject({ code: 'AVOW_STORE' });
    expect(told).toEqual(expand.steps);
    expect(await shape(place)).toEqual(before);
    await migrateStore('data', place, second, {});
    await (await open(place, second)).close();
  });

  it('is migrated once by many', async () => {
    const place = await newPlace();
    await (await open(place, first)).close();
    const all = Array.from({ length: 4 }, () => migrateStore('data', place, third, {}));
    for (const { to } of await Promise.all(all)) expect(to).toBe(3);
    await (await open(place, third)).close();
    const again = await migrateStore('data', place, third, {});
    expect(again).toEqual({ store: 'data', from: 3, to: 3, migrations: [] });
  });

  it('of a newer program is left alone, and one of no program of ours refused', async () => {
    const place = await newPlace();
    await (await open(place, third)).close();
    expect(await migrateStore('data', place, second, {})).toMatchObject({ from: 3, to: 3 });
    const other = await newPlace();
    await alter(other, 'CREATE TABLE theirs (id text)');
    const refused = migrateStore('data', other, second, {});
    await expect(refused).rejects.toMatchObject({ code: 'AVOW_SCHEMA' });
  });
});
