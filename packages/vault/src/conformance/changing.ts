import type { Cases } from './engine.ts';
import { changing as change, ids, inserting, item, items, refusal, schema } from './items.ts';

const fact = (state: string, hash: number) => ({
  id: 'f',
  state,
  salt: new Uint8Array([1]),
  hash: new Uint8Array([hash]),
});

/** Changes compare before they swap; a unit is kept whole or not at all. */
export const changing: Cases = {
  'inserts, replaces and removes': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('a', { rank: 1 }));
    const [before] = await items(store);
    await store.run(change({ table: 'item', before: before!, after: { ...before!, rank: 2 } }));
    const [after] = await items(store);
    expect(after?.['rank']).toBe(2);
    await store.run(change({ table: 'item', before: after! }));
    expect(await ids(store)).toEqual([]);
  },

  'refuses to insert what is there': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('a', { rank: 1 }));
    expect(await refusal(store, inserting('a', { rank: 2 }))).toBe('AVOW_CONFLICT');
    expect((await items(store))[0]?.['rank']).toBe(1);
  },

  'refuses to replace or remove what has changed, in any column, or is gone': async (
    engine,
    expect,
  ) => {
    const store = await engine.open(schema);
    const stored = item('a', { kind: 'k', rank: 1, body: new Uint8Array([7]) });
    await store.run(change({ table: 'item', after: stored }));
    const stale = [
      { ...stored, kind: null },
      { ...stored, rank: 2 },
      { ...stored, body: new Uint8Array([8]) },
      { ...stored, expires: 1 },
      { ...stored, id: 'b' },
    ];
    for (const before of stale) {
      expect(await refusal(store, change({ table: 'item', before }))).toBe('AVOW_CONFLICT');
      const after = { ...before, rank: 9 };
      expect(await refusal(store, change({ table: 'item', before, after }))).toBe('AVOW_CONFLICT');
    }
    expect(await items(store)).toEqual([stored]);
  },

  'knows an audited row by its hash': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(change({ table: 'fact', after: fact('new', 1) }));
    const wrong = change({ table: 'fact', before: fact('new', 2), after: fact('old', 3) });
    expect(await refusal(store, wrong)).toBe('AVOW_CONFLICT');
    await store.run(change({ table: 'fact', before: fact('new', 1), after: fact('old', 3) }));
    const again = change({ table: 'fact', before: fact('new', 1), after: fact('older', 4) });
    expect(await refusal(store, again)).toBe('AVOW_CONFLICT');
  },

  'replaces what may change of a row, and nothing else': async (engine, expect) => {
    const store = await engine.open(schema);
    const before = { id: 'a', text: 'as written', place: null };
    await store.run(change({ table: 'letter', after: before }));
    const rewritten = { ...before, text: 'otherwise' };
    const rewrite = change({ table: 'letter', before, after: rewritten });
    expect(await refusal(store, rewrite)).toBe('AVOW_INVALID');
    const place = change({ table: 'letter', before, after: { ...before, place: 7 } });
    await store.run(place);
    expect(await refusal(store, place)).toBe('AVOW_CONFLICT');
    const [rows] = await store.read([{ table: 'letter', by: 'key', equals: ['a'], limit: 1 }]);
    expect(rows).toEqual([{ ...before, place: 7 }]);
  },

  'makes what a unit changes of one table in its order': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('b', { rank: 1 }));
    const row = (id: string, rank: number) => ({ table: 'item', after: item(id, { rank }) });
    await store.run(
      change(
        row('a', 1),
        { table: 'line', after: { text: 'first' } },
        { table: 'item', before: item('a', { rank: 1 }), after: item('a', { rank: 2 }) },
        { table: 'letter', after: { id: 'a', text: 'between', place: null } },
        { table: 'item', before: item('b', { rank: 1 }) },
        { table: 'line', after: { text: 'second' } },
        row('b', 3),
        { table: 'item', before: item('a', { rank: 2 }) },
      ),
    );
    expect(await items(store)).toEqual([item('b', { rank: 3 })]);
    const [lines = []] = await store.read([{ table: 'line', by: 'key', equals: [], limit: 9 }]);
    expect(lines.map((line) => line['text'])).toEqual(['first', 'second']);
  },

  'keeps nothing of a unit one of whose changes fails': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('there'));
    const unit = change(
      { table: 'item', after: item('new') },
      { table: 'line', after: { text: 'new' } },
      { table: 'item', after: item('there') },
    );
    expect(await refusal(store, unit)).toBe('AVOW_CONFLICT');
    expect(await ids(store)).toEqual(['there']);
    expect((await store.read([{ table: 'line', by: 'key', equals: [], limit: 9 }]))[0]).toEqual([]);
  },

  'lets a replaced row keep its key only': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('a'));
    const [before] = await items(store);
    const unit = change({ table: 'item', before: before!, after: { ...before!, id: 'b' } });
    expect(await refusal(store, unit)).toBe('AVOW_INVALID');
    expect(await ids(store)).toEqual(['a']);
  },

  'keeps a unique index unique': async (engine, expect) => {
    const store = await engine.open(schema);
    const insert = change({ table: 'line', after: { text: 'same' } });
    await store.run(insert);
    expect(await refusal(store, insert)).toBe('AVOW_CONFLICT');
  },

  'numbers serial rows upwards': async (engine, expect) => {
    const store = await engine.open(schema);
    const texts = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    for (const text of texts) await store.run(change({ table: 'line', after: { text } }));
    const [rows = []] = await store.read([{ table: 'line', by: 'key', equals: [], limit: 100 }]);
    expect(rows.map((row) => row['text'])).toEqual(texts);
    for (const [at, row] of rows.entries()) {
      if (at > 0) expect(row['number']).toBeGreaterThan(rows[at - 1]!['number'] as number);
    }
  },
};
