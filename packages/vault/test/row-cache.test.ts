import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite, openSqliteReader } from '../src/index.ts';
import type { Schema } from '../src/port/schema.ts';
import type { Read, Row, Store, Unit } from '../src/port/store.ts';

const schema: Schema = {
  name: 'avow/row-cache',
  version: 1,
  tables: [
    {
      name: 'fact',
      columns: [
        { name: 'id', type: 'text' },
        { name: 'of', type: 'text', nullable: true },
        { name: 'kind', type: 'text' },
        { name: 'expires', type: 'integer', nullable: true },
        { name: 'salt', type: 'blob' },
        { name: 'hash', type: 'blob' },
      ],
      key: ['id'],
      indexes: [
        { name: 'of', columns: ['of', 'kind'] },
        { name: 'kind', columns: ['kind'] },
      ],
      audited: true,
      expires: 'expires',
    },
  ],
};

const ids = ['a', 'b', 'c', 'd', 'e'];
const people = ['p', 'q', null];
const kinds = ['x', 'y'];

/** Every read of the table that there is, short and whole. */
const reads: readonly Read[] = [1, 2, 3, 100].flatMap((limit) => {
  const by = (name: string, ...equals: Read['equals']): Read => ({
    table: 'fact',
    by: name,
    equals,
    limit,
  });
  return [
    ...ids.map((id) => by('key', id)),
    ...people.flatMap((of) => [by('of', of), ...kinds.map((kind) => by('of', of, kind))]),
    ...kinds.map((kind) => by('kind', kind)),
    by('kind'),
    { ...by('of', 'p'), after: 'x' },
    { ...by('of', 'p'), upTo: 'x' },
    { ...by('of', 'p'), after: 'a', upTo: 'x' },
    { ...by('kind', 'x'), after: 'b' },
    { ...by('kind', 'x'), after: 'a', upTo: 'd' },
    { ...by('of', 'p', 'x'), upTo: 'c' },
    { ...by('kind', 'x'), descending: true },
    { ...by('kind', 'x'), expired: 'included' },
  ] as const;
});

/** Some of those that find several rows where all are of one person; few, so that they come again. */
const several = reads.filter(
  ({ by, equals, after, upTo }) =>
    (by === 'of' && equals.join() === 'p' && after === undefined && upTo === undefined) ||
    (by === 'kind' && after === 'a'),
);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-row-cache-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

let states = 0;
/** A row with a hash that no other has. */
function fact(more: Omit<Row, 'salt' | 'hash'>): Row {
  states += 1;
  return { ...more, salt: new Uint8Array(1), hash: Buffer.from(`hash ${states}`) };
}

/** Puts a row there, replaces the one of its id, or takes that away; then perhaps fails. */
function changing(row: Row, isGone: boolean, fails: boolean): Unit<undefined> {
  const own: Read = { table: 'fact', by: 'key', equals: [row['id']!], limit: 1 };
  return {
    locks: [],
    reads: [{ ...own, expired: 'included' }],
    decide([found]) {
      const before = found?.[0];
      const change = { table: 'fact', ...(before && { before }), ...(!isGone && { after: row }) };
      const stale = {
        table: 'fact',
        before: fact({ id: 'a', of: null, kind: 'x', expires: null }),
      };
      return { changes: fails ? [change, stale] : [change], answer: undefined };
    },
  };
}

const plain = (found: readonly (readonly Row[])[]) =>
  found.map((rows) =>
    rows.map((row) => ({ ...row, hash: Buffer.from(row['hash'] as Uint8Array) })),
  );

/** What the store tells, each read twice: the second time from memory, as far as that goes. */
async function told(store: Store) {
  await store.read(reads);
  return plain(await store.read(reads));
}

it('tells the same of some reads in any order, short ones before and after longer ones', async () => {
  const path = folder();
  const step = fc.record({
    row: fc.record({
      id: fc.constantFrom(...ids),
      of: fc.constant('p'),
      kind: fc.constantFrom(...kinds),
      expires: fc.constantFrom(null, 3, 5, 7, 9),
    }),
    changes: fc.boolean(),
    isGone: fc.boolean(),
    passes: fc.nat({ max: 1 }),
    // Few, so that a list that is kept meets changes and the end of its rows before it is read in full.
    asked: fc.array(fc.constantFrom(...several), { minLength: 1, maxLength: 3 }),
  });
  let runs = 0;
  const property = fc.asyncProperty(
    fc.array(step, { maxLength: 30, size: 'max' }),
    async (steps) => {
      let now = 1;
      const clock = { now: () => now };
      const file = join(path, `some-${runs++}.sqlite`);
      const store = openSqlite(file, schema, { clock });
      try {
        for (const { changes, row, isGone, passes, asked } of steps) {
          if (changes) await store.run(changing(fact(row), isGone, false));
          now += passes;
          const reader = openSqliteReader(file, schema, clock);
          const inFile = plain(await reader.read(asked));
          await reader.close();
          expect(plain(await store.read(asked))).toEqual(inFile);
        }
      } finally {
        await store.close();
      }
    },
  );
  await fc.assert(property, { numRuns: 120 });
});

it('tells what is in the file, whatever was changed, taken back or has expired', async () => {
  const path = folder();
  const step = fc.record({
    row: fc.record({
      id: fc.constantFrom(...ids),
      of: fc.constantFrom(...people),
      kind: fc.constantFrom(...kinds),
      expires: fc.constantFrom(null, 3, 6, 9),
    }),
    isGone: fc.boolean(),
    fails: fc.boolean(),
    together: fc.boolean(),
    passes: fc.nat({ max: 2 }),
  });
  let runs = 0;
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    let now = 1;
    const clock = { now: () => now };
    const file = join(path, `${runs++}.sqlite`);
    const store = openSqlite(file, schema, { clock });
    try {
      const under: Promise<unknown>[] = [];
      for (const { row, isGone, fails, together, passes } of steps) {
        const unit = changing(fact(row), isGone, fails);
        under.push(store.run(unit).catch(() => undefined));
        if (together) continue;
        await Promise.all(under.splice(0));
        now += passes;
        const reader = openSqliteReader(file, schema, clock);
        const inFile = plain(await reader.read(reads));
        await reader.close();
        expect(await told(store)).toEqual(inFile);
      }
      await Promise.all(under);
    } finally {
      await store.close();
    }
  });
  await fc.assert(property, { numRuns: 60 });
});

it('notices what another connection has changed', async () => {
  const file = join(folder(), 'store.sqlite');
  const store = openSqlite(file, schema);
  onTestFinished(() => store.close());
  await store.run(changing(fact({ id: 'a', of: 'p', kind: 'x', expires: null }), false, false));
  await told(store);
  const other = new DatabaseSync(file);
  other.exec("UPDATE fact SET kind = 'y'");
  other.close();
  const read: Read = { table: 'fact', by: 'of', equals: ['p'], limit: 10 };
  expect((await store.read([read]))[0]?.map((row) => row['kind'])).toEqual(['y']);
});

it('lets go of what it found nothing by, too', async () => {
  const store = openSqlite(join(folder(), 'store.sqlite'), schema);
  onTestFinished(() => store.close());
  const read: Read = { table: 'fact', by: 'key', equals: ['nobody'], limit: 1 };
  const [first] = await store.read([read]);
  const [again] = await store.read([read]);
  expect(again).toBe(first);
  for (let others = 0; others < 60; others += 1) {
    await store.read(
      Array.from({ length: 1_000 }, (_, n) => ({ ...read, equals: [`${others} ${n}`] })),
    );
  }
  expect((await store.read([read]))[0]).not.toBe(first);
});

it('gives the same rows again until one of them changes', async () => {
  const store = openSqlite(join(folder(), 'store.sqlite'), schema);
  onTestFinished(() => store.close());
  const read: Read = { table: 'fact', by: 'of', equals: ['p'], limit: 10 };
  const row = { id: 'a', of: 'p', kind: 'x', expires: null };
  await store.run(changing(fact(row), false, false));
  const [first] = await store.read([read]);
  expect((await store.read([read]))[0]).toBe(first);
  await store.run(changing(fact({ ...row, id: 'b', of: 'q' }), false, false));
  expect((await store.read([read]))[0]).toBe(first);
  await store.run(changing(fact({ ...row, of: 'q' }), false, false));
  expect((await store.read([read]))[0]).toEqual([]);
});
