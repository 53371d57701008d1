import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changing, ids, inserting, item, refusal, schema } from '../../src/conformance/items.ts';
import { openPostgres, type Store } from '../../src/index.ts';
import { type Connection, connect } from './connection.ts';
import { newDatabase } from './database.ts';
import { until } from './until.ts';

let store: Store;
let other: Connection;

beforeEach(async () => {
  const url = await newDatabase();
  store = await openPostgres(url, schema);
  other = await connect(url);
  await store.run(inserting('there'));
});

afterEach(async () => {
  await other.close();
  await store.close();
});

/** Locks of the register of time, had or waited for: see moment.ts. */
const locks = () =>
  other.run(
    `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
     WHERE locktype = 'advisory' AND classid = 1635151735 AND objid = 1`,
  );

describe('a unit that sets the register of time forward', () => {
  it('is not kept if it is cut off there, and leaves nobody waiting for the lock', async () => {
    await other.run(`CREATE OR REPLACE FUNCTION avow_raise_moment(moment bigint) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_lock(1635151735, 1);
        PERFORM pg_sleep(3600);
      END $$`);
    const cut = refusal(store, inserting('cut'));
    await until(async () => (await locks()).length === 1);
    await other.run(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
       WHERE wait_event = 'PgSleep' AND datname = current_database()`,
    );
    expect(await cut).toBe('AVOW_STORE');
    await until(async () => (await locks()).length === 0);
    expect(await ids(store)).toEqual(['there']);
  });

  it('does so when it has made its changes: whoever has the lock waits for nothing', async () => {
    await other.run('BEGIN');
    await other.run("UPDATE item SET kind = 'held' WHERE id = 'there'");
    const removing = { table: 'item', before: item('there') };
    const waits = refusal(store, changing(removing, { table: 'line', after: { text: 'beside' } }));
    await until(async () => (await other.waiting()) === 1);
    expect(await locks()).toEqual([]);
    await store.run(inserting('meanwhile'));
    await other.run('ROLLBACK');
    expect(await waits).toBe('none');
    expect(await ids(store)).toEqual(['meanwhile']);
  });

  it('is not kept if one of its rows is not as expected, in whichever table, and has no lock left', async () => {
    const beside = [
      { table: 'letter', after: { id: 'a', text: 'beside', place: null } },
      { table: 'line', after: { text: 'numbered' } },
    ];
    const wrong = { table: 'item', before: item('there', { kind: 'another' }) };
    for (const changes of [
      [wrong, ...beside],
      [...beside, wrong],
      [{ table: 'item', after: item('there') }, ...beside],
    ]) {
      expect(await refusal(store, changing(...changes))).toBe('AVOW_CONFLICT');
      expect(await locks()).toEqual([]);
    }
    const left = await store.read(
      ['letter', 'line'].map((table) => ({ table, by: 'key', equals: [], limit: 1 })),
    );
    expect(left).toEqual([[], []]);
    expect(await ids(store)).toEqual(['there']);
  });
});
