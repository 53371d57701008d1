import type { Cases } from './engine.ts';
import { changing, faultOf, ids, inserting, items, schema } from './items.ts';

/** Reads say which rows, in which order, and how many. */
export const reading: Cases = {
  'returns no row as an empty list': async (engine, expect) => {
    const store = await engine.open(schema);
    expect(await items(store, { equals: ['nobody'] })).toEqual([]);
  },

  'reads by index, its first columns fixed, ties in order of the key': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('d', { kind: 'x', rank: 1 }));
    await store.run(inserting('a', { kind: 'x', rank: 2 }));
    await store.run(inserting('c', { kind: 'x', rank: 1 }));
    await store.run(inserting('b', { kind: 'y', rank: 0 }));
    expect(await ids(store, { by: 'kind', equals: ['x'] })).toEqual(['c', 'd', 'a']);
    expect(await ids(store, { by: 'kind', equals: ['x', 1] })).toEqual(['c', 'd']);
    expect(await ids(store, { by: 'kind', equals: [] })).toEqual(['c', 'd', 'a', 'b']);
    const last = { by: 'kind', equals: ['x'], descending: true, limit: 2 };
    expect(await ids(store, last)).toEqual(['a', 'd']);
  },

  'matches null with null, and puts null first': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('one', { kind: 'x', rank: 1 }));
    await store.run(inserting('none', { kind: 'x' }));
    await store.run(inserting('bare'));
    expect(await ids(store, { by: 'kind', equals: [null] })).toEqual(['bare']);
    expect(await ids(store, { by: 'kind', equals: ['x', null] })).toEqual(['none']);
    expect(await ids(store, { by: 'kind', equals: ['x'] })).toEqual(['none', 'one']);
  },

  'bounds the next column: after is exclusive, upTo inclusive, null is outside': async (
    engine,
    expect,
  ) => {
    const store = await engine.open(schema);
    for (const rank of [1, 2, 3, 4]) await store.run(inserting(`${rank}`, { kind: 'x', rank }));
    await store.run(inserting('null', { kind: 'x' }));
    const by = { by: 'kind', equals: ['x'] } as const;
    expect(await ids(store, { ...by, after: 2 })).toEqual(['3', '4']);
    expect(await ids(store, { ...by, upTo: 2 })).toEqual(['1', '2']);
    expect(await ids(store, { ...by, after: 1, upTo: 3 })).toEqual(['2', '3']);
    expect(await ids(store, { ...by, after: 3, descending: true })).toEqual(['2', '1']);
    expect(await ids(store, { ...by, upTo: 3, descending: true })).toEqual(['4', '3']);
  },

  'leaves out rows whose time is over, unless asked for': async (engine, expect) => {
    const store = await engine.open(schema, { clock: { now: () => 1_000 } });
    await store.run(inserting('over', { expires: 999 }));
    await store.run(inserting('at this moment', { expires: 1_000 }));
    await store.run(inserting('to come', { expires: 1_001 }));
    await store.run(inserting('without end'));
    expect(await ids(store)).toEqual(['to come', 'without end']);
    expect((await ids(store, { expired: 'included' })).length).toBe(4);
    const seen = await store.run({
      locks: [],
      reads: [{ table: 'item', by: 'key', equals: ['over'], limit: 1 }],
      decide: ([rows]) => ({ changes: [], answer: rows?.length }),
    });
    expect(seen).toBe(0);
  },

  'refuses a read that cannot be': async (engine, expect) => {
    const store = await engine.open(schema);
    const wrong = [
      { by: 'nothing' },
      { table: 'nothing' },
      { limit: 0 },
      { limit: 10_001 },
      { limit: 1.5 },
      { equals: [1] },
      { equals: ['a', 'b'] },
      { equals: ['a'], after: 'b' },
    ];
    for (const read of wrong) expect(await faultOf(items(store, read))).toBe('AVOW_INVALID');
  },

  'answers reads in their order, all from one state': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(
      changing({
        table: 'item',
        after: { id: 'a', kind: 'k', rank: 1, body: null, expires: null },
      }),
    );
    const read = (id: string) => ({ table: 'item', by: 'key', equals: [id], limit: 1 });
    const answers = await store.read([read('b'), read('a')]);
    expect(answers.map((rows) => rows.length)).toEqual([0, 1]);
  },

  'scans a whole table once, in order of its key, expired rows too': async (engine, expect) => {
    const store = await engine.open(schema);
    const names = Array.from({ length: 25 }, (_, at) => `i${String(at).padStart(2, '0')}`);
    await Promise.all(names.toReversed().map((name) => store.run(inserting(name, { expires: 1 }))));
    for (const page of [1, 7, 25, 100]) {
      const seen: unknown[] = [];
      for await (const row of store.scan({ table: 'item', page })) seen.push(row['id']);
      expect(seen).toEqual(names);
    }
  },
};
