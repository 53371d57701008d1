import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, ids, inserting, refusal, schema } from '../../src/conformance/items.ts';
import { openPostgres, openPostgresReader } from '../../src/index.ts';
import { newDatabase } from './database.ts';
import { openProxy } from './proxy.ts';
import { administer, type Server, startServer } from './server.ts';
import { until } from './until.ts';

let server: Server;

beforeAll(async () => {
  server = await startServer({ wal_recycle: 'on' });
});

afterAll(() => server.remove());

/** Sets one of the server's own settings, for everyone who connects from now on. */
async function set(name: string, value: string): Promise<void> {
  const url = server.url('postgres');
  await administer(url, `ALTER SYSTEM SET ${name} = ${value}`);
  await administer(url, 'SELECT pg_reload_conf()');
  await until(async () => {
    const [row] = await administer(url, `SELECT current_setting('${name}') AS value`);
    return (row as { value: string }).value === value;
  });
}

describe('a server is refused', () => {
  it.each(['fsync', 'full_page_writes'])('while its %s is off', async (name) => {
    const url = await newDatabase(server.url('postgres'));
    await set(name, 'off');
    expect(await faultOf(openPostgres(url, schema))).toBe('AVOW_DURABILITY');
    expect(await faultOf(openPostgresReader(url, schema))).toBe('AVOW_DURABILITY');
    await set(name, 'on');
    await (await openPostgres(url, schema)).close();
  });

  it('as a key store if it would keep used journals', async () => {
    const url = await newDatabase(server.url('postgres'));
    const opening = openPostgres(url, schema, { secureDelete: true });
    expect(await faultOf(opening)).toBe('AVOW_DURABILITY');
  });

  it('if its database is not in UTF-8', async () => {
    const options = "ENCODING 'LATIN1' TEMPLATE template0";
    await administer(server.url('postgres'), `CREATE DATABASE latin ${options}`);
    expect(await faultOf(openPostgres(server.url('latin'), schema))).toBe('AVOW_DURABILITY');
  });

  it('if the database is absent, or holds something else', async () => {
    expect(await faultOf(openPostgres(server.url('absent'), schema))).toBe('AVOW_STORE');
    const url = await newDatabase(server.url('postgres'));
    await administer(url, 'CREATE TABLE theirs (id int)');
    expect(await faultOf(openPostgres(url, schema))).toBe('AVOW_SCHEMA');
  });
});

it('flushes at COMMIT even where the database says that it need not', async () => {
  const url = await newDatabase(server.url('postgres'));
  const name = new URL(url).pathname.slice(1);
  await administer(url, `ALTER DATABASE ${name} SET synchronous_commit = off`);
  const store = await openPostgres(url, schema);
  await store.run(inserting('a'));
  const [row] = await administer(
    url,
    'SELECT pg_current_wal_insert_lsn() <= pg_current_wal_flush_lsn() AS flushed',
  );
  expect((row as { flushed: boolean }).flushed).toBe(true);
  await store.close();
});

describe('when the server goes away', () => {
  it('everything is refused, and goes on when it is back', async () => {
    const store = await openPostgres(await newDatabase(server.url('postgres')), schema);
    await store.run(inserting('before'));
    await server.stop();
    const names = Array.from({ length: 50 }, (_, at) => `lost ${at}`);
    const faults = await Promise.all(names.map((name) => refusal(store, inserting(name))));
    expect([...new Set(faults)]).toEqual(['AVOW_STORE']);
    expect(await faultOf(ids(store))).toBe('AVOW_STORE');
    await server.start();
    await until(async () => (await faultOf(ids(store))) === 'none');
    await store.run(inserting('when back'));
    expect(await ids(store)).toEqual(['before', 'when back']);
    await store.close();
  });

  it('a unit that has not sent COMMIT, or a read, goes on with another connection', async () => {
    const proxy = await openProxy(await newDatabase(server.url('postgres')));
    const store = await openPostgres(proxy.url, schema);
    await store.run(inserting('a'));
    proxy.cut();
    await store.run(inserting('b'));
    proxy.cut();
    expect(await ids(store)).toEqual(['a', 'b']);
    await store.close();
    await proxy.close();
  });
});

it('tells no value, neither in a fault nor in the server’s log', async () => {
  const store = await openPostgres(await newDatabase(server.url('postgres')), schema);
  const secret = 'told-to-nobody';
  await store.run(inserting(secret, { kind: secret }));
  const problem = await store.run(inserting(secret)).catch((fault: unknown) => fault);
  expect(problem).toMatchObject({ code: 'AVOW_CONFLICT' });
  expect(inspect(problem, { depth: 9, showHidden: true })).not.toContain(secret);
  expect(server.log()).toContain('division by zero');
  expect(server.log()).not.toContain(secret);
  await store.close();
});
