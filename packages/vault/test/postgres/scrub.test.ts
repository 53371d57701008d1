import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  changing,
  faultOf,
  ids,
  inserting,
  item,
  items,
  schema,
} from '../../src/conformance/items.ts';
import { openPostgres, openPostgresReader, type ScrubbingStore } from '../../src/index.ts';
import { connect } from './connection.ts';
import { newDatabase } from './database.ts';
import { administer, type Server, startServer } from './server.ts';

let server: Server;
let url: string;
let store: ScrubbingStore;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.remove());

beforeEach(async () => {
  url = await newDatabase(server.url('postgres'));
  store = await openPostgres(url, schema, { secureDelete: true });
});

afterEach(() => store.close());

/** The server's files that hold these bytes. */
function filesWith(bytes: Uint8Array): string[] {
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => {
    try {
      return readFileSync(file).includes(bytes);
    } catch {
      return false; // The server has removed it meanwhile.
    }
  });
}

/** Keeps a secret, and deletes it again. */
async function keepAndDelete(): Promise<Uint8Array> {
  const secret = randomBytes(32);
  await store.run(inserting('gone', { body: secret }));
  // With company, or there would be nothing to count.
  await store.run(inserting('one', { body: randomBytes(32) }));
  await store.run(inserting('two', { body: randomBytes(32) }));
  await administer(url, 'ANALYZE; CHECKPOINT');
  for (const id of ['one', 'two']) {
    const [before] = await items(store, { equals: [id] });
    await store.run(changing({ table: 'item', before: before! }));
  }
  const [before] = await items(store, { equals: ['gone'] });
  await store.run(changing({ table: 'item', before: before! }));
  return secret;
}

describe('after scrub', () => {
  it('no file of the server holds what was deleted, and everything else is there', async () => {
    await store.run(inserting('kept', { body: new Uint8Array([1, 2, 3]) }));
    await store.run(changing({ table: 'line', after: { text: 'first' } }));
    const secret = await keepAndDelete();
    expect(filesWith(secret).some((file) => file.includes('/base/'))).toBe(true);
    expect(filesWith(secret).some((file) => file.includes('/pg_wal/'))).toBe(true);
    await store.scrub();
    expect(filesWith(secret)).toEqual([]);
    expect(await items(store)).toEqual([item('kept', { body: new Uint8Array([1, 2, 3]) })]);
    // The numbers go on where they were.
    await store.run(changing({ table: 'line', after: { text: 'second' } }));
  });

  it('so it is although an older transaction is open', async () => {
    const other = await connect(url);
    await other.run('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await other.run('SELECT 1');
    const secret = await keepAndDelete();
    await store.scrub();
    expect(filesWith(secret)).toEqual([]);
    await other.close();
  });

  it('so it is for everyone who asked at the same time', async () => {
    const secrets = [await keepAndDelete()];
    const first = store.scrub();
    secrets.push(await keepAndDelete());
    await Promise.all([first, store.scrub(), store.scrub()]);
    for (const secret of secrets) expect(filesWith(secret)).toEqual([]);
  });
});

describe('scrub is refused', () => {
  it('while a reader holds an older state', async () => {
    await store.run(inserting('read'));
    const reader = await openPostgresReader(url, schema);
    expect(await faultOf(store.scrub())).toBe('AVOW_BUSY');
    expect(await ids(reader)).toEqual(['read']);
    await reader.close();
    await store.scrub();
  });

  it('while the server keeps its journal for a replica', async () => {
    await administer(url, "SELECT pg_create_physical_replication_slot('replica', true)");
    expect(await faultOf(store.scrub())).toBe('AVOW_BUSY');
    await administer(url, "SELECT pg_drop_replication_slot('replica')");
    await store.scrub();
  });
});

it('is refused at the start to a role that may not do it', async () => {
  const database = await newDatabase(server.url('postgres'));
  const name = new URL(database).pathname.slice(1);
  await administer(
    database,
    `CREATE ROLE clerk LOGIN PASSWORD 'clerk'; ALTER DATABASE ${name} OWNER TO clerk`,
  );
  const clerk = Object.assign(new URL(database), { username: 'clerk', password: 'clerk' }).href;
  const open = () => openPostgres(clerk, schema, { secureDelete: true });
  expect(await faultOf(open())).toBe('AVOW_DURABILITY');
  await administer(
    database,
    'GRANT pg_checkpoint, pg_monitor TO clerk; GRANT EXECUTE ON FUNCTION pg_switch_wal() TO clerk',
  );
  const scrubbing = await open();
  await scrubbing.run(inserting('a'));
  await scrubbing.scrub();
  expect(await ids(scrubbing)).toEqual(['a']);
  await scrubbing.close();
});
