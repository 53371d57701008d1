import type { Engine } from '../../src/conformance/index.ts';
import type { Reader, Store } from '../../src/port/store.ts';
import { openPostgres } from '../../src/postgres/open.ts';
import { openPostgresReader } from '../../src/postgres/reader.ts';
import { newDatabase } from './database.ts';
import { openProxy } from './proxy.ts';

/**
 * The PostgreSQL engine for the conformance suite, its store behind a connection that can be cut.
 */
export async function makePostgresEngine(): Promise<Engine> {
  const database = await newDatabase();
  const proxy = await openProxy(database);
  const opened: (Store | Reader)[] = [];
  return {
    async open(schema, options = {}) {
      const store = await openPostgres(proxy.url, schema, options);
      opened.push(store);
      return store;
    },
    async reader(schema) {
      const reader = await openPostgresReader(database, schema);
      opened.push(reader);
      return reader;
    },
    failNextCommit: proxy.cutNextCommit,
    async discard() {
      for (const store of opened) await store.close();
      await proxy.close();
    },
  };
}
