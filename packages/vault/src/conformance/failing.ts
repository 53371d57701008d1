import type { Cases } from './engine.ts';
import { faultOf, ids, inserting, refusal, schema } from './items.ts';

/** What cannot be done is refused by a code, and leaves nothing behind. */
export const failing: Cases = {
  'says so when COMMIT fails and nothing is kept': async (engine, expect) => {
    const store = await engine.open(schema);
    engine.failNextCommit('not kept');
    // Units may share a COMMIT or each have one of their own.
    const names = ['a', 'b', 'c'];
    const faults = await Promise.all(names.map((id) => refusal(store, inserting(id))));
    expect(faults.every((fault) => fault === 'none')).toBe(false);
    for (const fault of faults) {
      expect(['none', 'AVOW_STORE', 'AVOW_UNCERTAIN'].includes(fault)).toBe(true);
    }
    expect(await ids(store)).toEqual(names.filter((_, at) => faults[at] === 'none'));
    await store.run(inserting('d'));
    expect((await ids(store)).at(-1)).toBe('d');
  },

  'says that it cannot say when COMMIT fails and all is kept': async (engine, expect) => {
    const store = await engine.open(schema);
    engine.failNextCommit('kept');
    const faults = await Promise.all(['a', 'b'].map((id) => refusal(store, inserting(id))));
    expect(faults.includes('AVOW_UNCERTAIN')).toBe(true);
    expect(faults.every((fault) => ['none', 'AVOW_UNCERTAIN'].includes(fault))).toBe(true);
    expect(await ids(store)).toEqual(['a', 'b']);
    await store.run(inserting('c'));
    expect(await ids(store)).toEqual(['a', 'b', 'c']);
  },

  'refuses what is more than its queue holds, and says when to come back': async (
    engine,
    expect,
  ) => {
    const store = await engine.open(schema, { queue: 10 });
    const names = Array.from({ length: 30 }, (_, at) => `i${at}`);
    const runs = await Promise.allSettled(names.map((name) => store.run(inserting(name))));
    const refused = runs.flatMap((run) => (run.status === 'rejected' ? [run.reason] : []));
    expect(refused.length).toBe(20);
    for (const { code, retryAfter } of refused) {
      expect(code).toBe('AVOW_BUSY');
      expect(retryAfter).toBeGreaterThan(0);
    }
    expect((await ids(store)).length).toBe(10);
    await store.run(inserting('later'));
  },

  'finishes what it took up before it closes, and then refuses everything': async (
    engine,
    expect,
  ) => {
    const store = await engine.open(schema);
    const taken = ['a', 'b', 'c'].map((id) => refusal(store, inserting(id)));
    await store.close();
    expect(await Promise.all(taken)).toEqual(['none', 'none', 'none']);
    expect(await refusal(store, inserting('d'))).toBe('AVOW_CLOSED');
    expect(await faultOf(ids(store))).toBe('AVOW_CLOSED');
    await store.close();
    expect(await ids(await engine.open(schema))).toEqual(['a', 'b', 'c']);
  },

  'refuses a schema of another name or version': async (engine, expect) => {
    await (await engine.open(schema)).close();
    const others = [
      { ...schema, version: 0 },
      { ...schema, version: 2 },
      { ...schema, name: 'x' },
    ];
    for (const other of others) {
      expect(await faultOf(engine.open(other))).toBe('AVOW_SCHEMA');
      expect(await faultOf(engine.reader(other))).toBe('AVOW_SCHEMA');
    }
    await (await engine.open(schema)).close();
  },
};
