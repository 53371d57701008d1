import { join } from 'node:path';
import { openPostgres, openSqlite, type Row, type Schema } from '@avow/vault';
import { newDatabase } from '../place.ts';
import { addressOf, type OpenEngine, phoneOf } from './engine.ts';
import { personIds, standIn } from './stand-in.ts';

const schema = {
  name: 'bench/bare',
  version: 1,
  tables: [
    {
      name: 'field',
      columns: [
        { name: 'person', type: 'text' },
        { name: 'category', type: 'text' },
        { name: 'value', type: 'text' },
      ],
      key: ['person', 'category'],
      indexes: [],
      audited: false,
    },
  ],
} as const satisfies Schema;

/**
 * Baseline (a): no policy, no encryption, no ledger; a read writes nothing. On the vault's own engines, so that
 * writes are as durable, and share flushes on SQLite, as Avow's do.
 */
export const openBare: OpenEngine = async ({ folder, server }, count) => {
  const store =
    server === undefined
      ? openSqlite(join(folder, 'bare.sqlite'), schema)
      : await openPostgres(await newDatabase(server), schema);
  const people = personIds(count);
  const readOf = (person: string, category: string) =>
    ({ table: 'field', by: 'key', equals: [person, category], limit: 1 }) as const;
  const insert = (after: Row) => ({ table: 'field', after });
  await store.run({
    locks: [],
    reads: [],
    decide: () => ({
      answer: undefined,
      changes: people.flatMap((person, at) => [
        insert({ person, category: 'contact.phone', value: phoneOf(at) }),
        insert({ person, category: 'contact.address', value: addressOf(at) }),
      ]),
    }),
  });
  const avow = standIn({
    async read(person, category) {
      const [rows] = await store.read([readOf(person, category)]);
      return rows?.[0]?.['value'] as string | undefined;
    },
    write: (person, category, value) =>
      store.run({
        locks: [],
        reads: [readOf(person, category)],
        decide([rows]) {
          const before = rows?.[0];
          const after = { person, category, value };
          return {
            answer: undefined,
            changes: [{ table: 'field', ...(before && { before }), after }],
          };
        },
      }),
    close: () => store.close(),
  });
  return { avow, people };
};
