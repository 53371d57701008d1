import type { Cases } from './engine.ts';
import { changing, ids, inserting, item, items, refusal, schema } from './items.ts';

/** What goes in comes out, byte for byte, or is refused. */
export const values: Cases = {
  'keeps apart ids that differ in case, in normalisation or in a space': async (engine, expect) => {
    const store = await engine.open(schema);
    const names = ['straße', 'STRASSE', 'Straße', 'caf\u00e9', 'cafe\u0301', 'a', 'a ', ' a', ''];
    for (const name of names) await store.run(inserting(name));
    for (const name of names) expect(await ids(store, { equals: [name] })).toEqual([name]);
  },

  'orders text by its UTF-8 bytes': async (engine, expect) => {
    const store = await engine.open(schema);
    // In UTF-16 code units the emoji (a surrogate pair) would come before U+FFFD.
    const inOrder = ['', 'A', 'B', 'a', 'aa', 'b', '\u00e9', '\u4e2d', '\ufffd', '\u{1f600}'];
    for (const name of inOrder.toReversed()) await store.run(inserting(name));
    expect(await ids(store)).toEqual(inOrder);
    expect(await ids(store, { descending: true })).toEqual(inOrder.toReversed());
  },

  'refuses text with NUL and lone surrogates, and keeps nothing of it': async (engine, expect) => {
    const store = await engine.open(schema);
    for (const text of ['a\0', '\0', 'a\0b', '\ud800', 'x\udc00y']) {
      expect(await refusal(store, inserting(text))).toBe('AVOW_INVALID');
      expect(await refusal(store, inserting('fine', { kind: text }))).toBe('AVOW_INVALID');
    }
    expect(await ids(store)).toEqual([]);
  },

  'keeps every safe integer and refuses every other number': async (engine, expect) => {
    const store = await engine.open(schema);
    const safe = [Number.MIN_SAFE_INTEGER, -1, 0, 1, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER];
    for (const rank of safe) await store.run(inserting(`r${rank}`, { kind: 'n', rank }));
    const read = await items(store, { by: 'kind', equals: ['n'] });
    expect(read.map((row) => row['rank'])).toEqual(safe);
    for (const rank of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(await refusal(store, inserting('x', { rank }))).toBe('AVOW_INVALID');
    }
  },

  'keeps blobs of any bytes, the empty one too, apart from null': async (engine, expect) => {
    const store = await engine.open(schema);
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await store.run(inserting('all', { body: all }));
    await store.run(inserting('empty', { body: new Uint8Array(0) }));
    await store.run(inserting('null'));
    const bodies = (await items(store)).map((row) => row['body'] as Uint8Array | null);
    expect(bodies.map((body) => body && [...body])).toEqual([[...all], [], null]);
  },

  'refuses a row with a column too many, too few, or of another type': async (engine, expect) => {
    const store = await engine.open(schema);
    const { rank: _, ...short } = item('a');
    const wrong = [
      { ...item('a'), other: 1 },
      short,
      item('a', { rank: '1' }),
      { ...item('a'), id: null },
    ];
    for (const after of wrong) {
      expect(await refusal(store, changing({ table: 'item', after }))).toBe('AVOW_INVALID');
    }
    expect(await refusal(store, changing({ table: 'none', after: item('a') }))).toBe(
      'AVOW_INVALID',
    );
    expect(await ids(store)).toEqual([]);
  },

  'refuses a value of more than 16 MiB': async (engine, expect) => {
    const store = await engine.open(schema);
    const body = new Uint8Array(16 * 1024 * 1024 + 1);
    expect(await refusal(store, inserting('a', { body }))).toBe('AVOW_TOO_LARGE');
  },
};
