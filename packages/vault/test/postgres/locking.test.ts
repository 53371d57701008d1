import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changing, inserting, item, items, schema } from '../../src/conformance/items.ts';
import { openPostgres, type Store, type Unit } from '../../src/index.ts';
import { type Connection, connect } from './connection.ts';
import { newDatabase } from './database.ts';
import { until } from './until.ts';

let url: string;
let store: Store;
let other: Connection;

beforeEach(async () => {
  url = await newDatabase();
  store = await openPostgres(url, schema);
  other = await connect(url);
  await store.run(inserting('consent', { kind: 'given' }));
});

afterEach(async () => {
  await other.close();
  await store.close();
});

/** Answers what it read about the consent, and keeps a record of having been here. */
function decision(mode: 'shared' | 'exclusive', id = 'decision'): Unit<unknown> {
  return {
    locks: [{ on: 'person', id: 'p', mode }],
    reads: [{ table: 'item', by: 'key', equals: ['consent'], limit: 1 }],
    decide: ([rows]) => ({
      changes: [{ table: 'item', after: item(id) }],
      answer: rows?.[0]?.['kind'],
    }),
  };
}

describe('a unit that waits for a lock', () => {
  it('decides on what was committed by whoever had it', async () => {
    await other.run('BEGIN');
    await other.lock({ on: 'person', id: 'p', mode: 'exclusive' });
    const answer = store.run(decision('shared'));
    await until(async () => (await other.waiting()) === 1);
    await other.run("UPDATE item SET kind = 'withdrawn' WHERE id = 'consent'");
    await other.run('COMMIT');
    expect(await answer).toBe('withdrawn');
  });

  it('would decide on the past under REPEATABLE READ, which is why we do not use it', async () => {
    const reader = await connect(url);
    await other.run('BEGIN');
    await other.lock({ on: 'person', id: 'p', mode: 'exclusive' });
    await reader.run('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const waits = reader.lock({ on: 'person', id: 'p', mode: 'shared' });
    await until(async () => (await other.waiting()) === 1);
    await other.run("UPDATE item SET kind = 'withdrawn' WHERE id = 'consent'");
    await other.run('COMMIT');
    await waits;
    const [row] = await reader.run("SELECT kind FROM item WHERE id = 'consent'");
    expect(row?.['kind']).toBe('given');
    await reader.close();
  });

  it('has a moment no earlier than theirs', async () => {
    const [ahead, behind] = [2_000_000_000_000, 1_000];
    const fast = await openPostgres(url, schema, { clock: { now: () => ahead } });
    const slow = await openPostgres(url, schema, { clock: { now: () => behind } });
    const moment: Unit<number> = {
      locks: [{ on: 'person', id: 'p', mode: 'shared' }],
      reads: [],
      decide: (_, { now }) => ({ changes: [], answer: now }),
    };
    await other.run('BEGIN');
    await other.lock({ on: 'person', id: 'p', mode: 'exclusive' });
    const waits = slow.run(moment);
    await until(async () => (await other.waiting()) === 1);
    await fast.run(changing({ table: 'item', after: item('from the fast one') }));
    await other.run('COMMIT');
    expect(await waits).toBe(ahead);
    await fast.close();
    await slow.close();
  });
});

describe('units', () => {
  it('share what they only read', async () => {
    await other.run('BEGIN');
    await other.lock({ on: 'person', id: 'p', mode: 'shared' });
    expect(await store.run(decision('shared'))).toBe('given');
    await other.run('COMMIT');
  });

  it('have each of their locks, however many there are', async () => {
    const people = Array.from({ length: 20 }, (_, at) => `p${at}`);
    const unit: Unit<undefined> = {
      locks: people.map((id) => ({ on: 'person', id, mode: 'shared' })),
      reads: [],
      decide: () => ({ changes: [], answer: undefined }),
    };
    for (const id of people) {
      await other.run('BEGIN');
      await other.lock({ on: 'person', id, mode: 'exclusive' });
      const waits = store.run(unit);
      await until(async () => (await other.waiting()) === 1);
      await other.run('COMMIT');
      await waits;
    }
  });

  it('that take the same locks in any order do not wait for each other for ever', async () => {
    const people = ['a', 'b', 'c', 'd'];
    const unit = (id: string, order: readonly string[]): Unit<undefined> => ({
      locks: order.map((person) => ({ on: 'person', id: person, mode: 'exclusive' })),
      reads: [],
      decide: () => ({ changes: [{ table: 'item', after: item(id) }], answer: undefined }),
    });
    const runs = Array.from({ length: 100 }, (_, at) =>
      store.run(unit(`u${at}`, at % 2 === 0 ? people : people.toReversed())),
    );
    await Promise.all(runs);
    expect((await items(store)).length).toBe(101);
  });

  it('are begun again when the server ends a deadlock of rows', async () => {
    await store.run(inserting('x', { rank: 0 }));
    await store.run(inserting('y', { rank: 0 }));
    // No lock says that these two touch the same rows, and they do so in opposite orders.
    const add = (order: readonly string[]): Unit<undefined> => ({
      locks: [],
      reads: order.map((id) => ({ table: 'item', by: 'key', equals: [id], limit: 1 })),
      decide: (rows) => ({
        changes: rows.map(([before]) => ({
          table: 'item',
          before: before!,
          after: { ...before!, rank: Number(before!['rank']) + 1 },
        })),
        answer: undefined,
      }),
    });
    // The other one has x, the unit has y and waits for x; now the other one asks for y.
    await other.run('BEGIN');
    await other.run("SET LOCAL deadlock_timeout = '10s'");
    await other.run("UPDATE item SET body = 'held' WHERE id = 'x'");
    const run = store.run(add(['y', 'x']));
    await until(async () => (await other.waiting()) === 1);
    const asks = other.run("UPDATE item SET body = 'held' WHERE id = 'y'");
    await asks;
    await other.run('ROLLBACK');
    await run;
    expect((await items(store)).map((row) => row['rank'])).toEqual([null, 1, 1]);
  });
});

describe('entries that commit out of the order of their numbers', () => {
  it('are all read, whichever commits last', async () => {
    await other.run('BEGIN');
    await other.run("INSERT INTO line (text) VALUES ('begun first')");
    await store.run(changing({ table: 'line', after: { text: 'committed first' } }));
    const read = { table: 'line', by: 'key', equals: [], limit: 9 };
    const texts = async () => (await store.read([read]))[0]?.map((row) => row['text']);
    expect(await texts()).toEqual(['committed first']);
    await other.run('COMMIT');
    expect(await texts()).toEqual(['begun first', 'committed first']);
  });
});
