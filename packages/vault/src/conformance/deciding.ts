import type { Unit } from '../port/store.ts';
import type { Cases } from './engine.ts';
import { changing, faultOf, ids, inserting, item, items, refusal, schema } from './items.ts';

/** Units decide on what they read, one as if after another, and answer once it is kept. */
export const deciding: Cases = {
  'answers what was decided on what was read': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('a', { rank: 20 }));
    const answer = await store.run({
      locks: [],
      reads: [{ table: 'item', by: 'key', equals: ['a'], limit: 1 }],
      decide: ([rows]) => ({ changes: [], answer: Number(rows?.[0]?.['rank']) + 1 }),
    });
    expect(answer).toBe(21);
  },

  'loses no update of units that exclude each other': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('count', { rank: 0 }));
    const add: Unit<number> = {
      locks: [{ on: 'person', id: 'count', mode: 'exclusive' }],
      reads: [{ table: 'item', by: 'key', equals: ['count'], limit: 1 }],
      decide: ([rows]) => {
        const before = rows![0]!;
        const rank = Number(before['rank']) + 1;
        return { changes: [{ table: 'item', before, after: { ...before, rank } }], answer: rank };
      },
    };
    const answers = await Promise.all(Array.from({ length: 100 }, () => store.run(add)));
    expect(answers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect((await items(store))[0]?.['rank']).toBe(100);
  },

  'says up to which number no row can follow': async (engine, expect) => {
    const store = await engine.open(schema);
    expect(await store.settled('line')).toBe(0);
    const line = (text: string) => changing({ table: 'line', after: { text } });
    const lines = { table: 'line', by: 'key', equals: [], limit: 1_000 } as const;
    const texts = Array.from({ length: 200 }, (_, at) => `line ${at}`);
    const written = Promise.all(texts.map((text) => store.run(line(text))));
    const seen: { upTo: number; numbers: readonly unknown[] }[] = [];
    for (let look = 0; look < 10; look++) {
      const upTo = await store.settled('line');
      const [rows = []] = await store.read([{ ...lines, upTo }]);
      seen.push({ upTo, numbers: rows.map((row) => row['number']) });
    }
    await written;
    const last = await store.settled('line');
    const [all = []] = await store.read([{ ...lines, upTo: last }]);
    expect(all.length).toBe(texts.length);
    for (const { upTo, numbers } of seen) {
      const upToThere = all.map((row) => row['number']).filter((number) => Number(number) <= upTo);
      expect(numbers).toEqual(upToThere);
    }
  },

  'rejects a unit with what its decision threw, and no other unit': async (engine, expect) => {
    const store = await engine.open(schema);
    const problem = new Error('decided against');
    const throwing: Unit<never> = {
      locks: [],
      reads: [],
      decide: () => {
        throw problem;
      },
    };
    const [before, thrown, after] = await Promise.allSettled([
      store.run(inserting('before')),
      store.run(throwing),
      store.run(inserting('after')),
    ]);
    expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(thrown.status === 'rejected' && thrown.reason).toBe(problem);
    expect(await ids(store)).toEqual(['after', 'before']);
  },

  'does not let one unit that conflicts hurt those beside it': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('taken'));
    const names = Array.from({ length: 30 }, (_, at) => `i${String(at).padStart(2, '0')}`);
    const faults = await Promise.all(
      names.map((name, at) => refusal(store, inserting(at % 10 === 5 ? 'taken' : name))),
    );
    const refused = faults.flatMap((fault, at) => (fault === 'none' ? [] : [`${at} ${fault}`]));
    expect(refused).toEqual(['5 AVOW_CONFLICT', '15 AVOW_CONFLICT', '25 AVOW_CONFLICT']);
    const kept = names.filter((_, at) => at % 10 !== 5);
    expect(await ids(store)).toEqual([...kept, 'taken']);
  },

  'has made it visible from outside by the time it answers': async (engine, expect) => {
    const store = await engine.open(schema);
    for (const id of ['a', 'b', 'c']) {
      await store.run(inserting(id));
      const outside = await engine.reader(schema);
      expect(await ids(outside, { equals: [id] })).toEqual([id]);
      await outside.close();
    }
  },

  'has kept it when it is opened again': async (engine, expect) => {
    const first = await engine.open(schema);
    await first.run(changing({ table: 'item', after: item('a', { kind: 'k', rank: 3 }) }));
    await first.close();
    const second = await engine.open(schema);
    expect(await items(second)).toEqual([item('a', { kind: 'k', rank: 3 })]);
  },

  'shows a reader from outside one state throughout': async (engine, expect) => {
    const store = await engine.open(schema);
    await store.run(inserting('before'));
    const outside = await engine.reader(schema);
    expect(await ids(outside)).toEqual(['before']);
    await store.run(inserting('later'));
    expect(await ids(outside)).toEqual(['before']);
    await outside.close();
    expect(await faultOf(ids(outside))).toBe('AVOW_CLOSED');
  },
};
