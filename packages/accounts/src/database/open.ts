import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Pool } from 'pg';
import { tables } from './tables.ts';

/** The database of the accounts: apart from the data, so that neither's transactions hold the other's. */
export interface Database {
  readonly handle: DatabaseSync | Pool;
  close(): Promise<void>;
}

/**
 * Opens a SQLite file, made if it is not there, or, by its connection string, a PostgreSQL database, in
 * which the accounts have the schema named. Of several processes that make the tables at once one does.
 */
export function openDatabase(place: string, schema = 'avow_accounts'): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(place) ? openPostgres(place, schema) : openSqlite(place);
}

async function openSqlite(place: string): Promise<Database> {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const handle = new DatabaseSync(place, { enableForeignKeyConstraints: true });
  // Deleted rows are overwritten; a sign-in that was answered is on the disk.
  const terms = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL'];
  for (const term of [...terms, 'secure_delete = ON']) handle.exec(`PRAGMA ${term}`);
  for (const table of tables('sqlite')) handle.exec(table);
  return { handle, close: async () => handle.close() };
}

async function openPostgres(connectionString: string, schema: string): Promise<Database> {
  // Every connection of the pool sees this schema and no other.
  const options = `-c search_path=${schema}`;
  const handle = new Pool({ connectionString, options, max: 8, connectionTimeoutMillis: 10_000 });
  // A connection that is lost while nobody uses it must not end the process; the next one is opened.
  handle.on('error', () => {});
  try {
    await makeTables(handle, schema);
  } catch (fault) {
    await handle.end();
    throw fault;
  }
  return { handle, close: () => handle.end() };
}

async function makeTables(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // IF NOT EXISTS alone fails for the second of two who look at the same moment.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [schema]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    for (const table of tables('postgres')) await client.query(table);
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => {});
    throw fault;
  } finally {
    client.release();
  }
}
