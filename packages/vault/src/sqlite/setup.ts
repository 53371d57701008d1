import { VaultError } from '../fault.ts';
import { checkForm, FILLING, type Form, formIn, newestForm, WORKS_FROM } from '../migrate/form.ts';
import type { Schema } from '../port/schema.ts';
import type { Driver } from './driver.ts';
import { createTable } from './sql.ts';

/** `FULL`: the write-ahead log is flushed at each COMMIT. */
const SYNCHRONOUS_FULL = 2;

/**
 * Makes the connection durable and reads the settings back, since a setting that SQLite cannot
 * honour is ignored without a word. Throws `AVOW_DURABILITY`.
 */
export function setDurable(driver: Driver, options: { readonly secureDelete: boolean }): void {
  driver.exec('PRAGMA journal_mode = WAL');
  driver.exec('PRAGMA synchronous = FULL');
  // On macOS a plain fsync leaves data in the drive's cache.
  driver.exec('PRAGMA fullfsync = ON');
  // Moving the log into the database holds everyone up; rarely and in bulk costs least.
  driver.exec('PRAGMA wal_autocheckpoint = 4000');
  driver.exec('PRAGMA cache_size = -65536');
  driver.exec(`PRAGMA secure_delete = ${options.secureDelete ? 'ON' : 'OFF'}`);
  if (pragma(driver, 'journal_mode') !== 'wal') {
    throw new VaultError('AVOW_DURABILITY', 'the file system allows no write-ahead log here');
  }
  if (Number(pragma(driver, 'synchronous')) < SYNCHRONOUS_FULL) {
    throw new VaultError('AVOW_DURABILITY', 'SQLite does not flush at COMMIT (synchronous < FULL)');
  }
  if (options.secureDelete && pragma(driver, 'secure_delete') !== 1) {
    throw new VaultError('AVOW_DURABILITY', 'SQLite does not overwrite what it deletes');
  }
}

/** The value of one setting. */
export function pragma(driver: Driver, name: string): unknown {
  return Object.values(driver.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/**
 * Bytes in a page of a new store; one that is there keeps its own. A row that is more than about a
 * quarter of a page has its rest in pages that it shares with none: with SQLite's usual 4,096 bytes,
 * most of the room that a lot or a line of history took was empty.
 */
const PAGE_BYTES = 8_192;

/** Creates the schema in an empty database; otherwise as {@link checkSchema}. */
export function ensureSchema(driver: Driver, schema: Schema): void {
  if (!isEmpty(driver)) {
    checkSchema(driver, schema);
    return;
  }
  createSchema(driver, schema);
}

/** Makes pages of our size, if the database has none yet. To be called before anything is set. */
export function sizePages(driver: Driver): void {
  driver.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
}

/** Makes the schema's tables, in its newest form. */
export function createSchema(driver: Driver, schema: Schema): void {
  const { version, worksFrom } = newestForm(schema);
  driver.begin();
  driver.exec(
    'CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID',
  );
  for (const table of schema.tables) for (const sql of createTable(table)) driver.exec(sql);
  const put = driver.prepare('INSERT INTO meta VALUES (?, ?)');
  put.run('schema', schema.name);
  put.run('moment', 0);
  noteForm(driver, version, worksFrom);
  driver.commit();
}

/** The database is being filled from another store, and no store yet. */
export function noteFilling(driver: Driver): void {
  driver.prepare('INSERT INTO meta VALUES (?, ?)').run(FILLING, 1);
}

/** It is filled. */
export function noteFilled(driver: Driver): void {
  driver.prepare('DELETE FROM meta WHERE name = ?').run(FILLING);
}

/** Time goes on from this moment (epoch ms). */
export function noteMoment(driver: Driver, moment: number): void {
  driver.prepare("UPDATE meta SET value = ? WHERE name = 'moment'").run(moment);
}

/** Writes down what form the store is of, and which programs may work with it. */
export function noteForm(driver: Driver, version: number, worksFrom: number): void {
  const put = driver.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  put.run('version', version);
  put.run(WORKS_FROM, worksFrom);
}

/**
 * The form of what the database holds. Throws `AVOW_SCHEMA` unless this program may work with it.
 */
export function checkSchema(driver: Driver, schema: Schema): Form {
  return checkForm(
    formIn((name) => readMeta(driver, name)),
    schema,
  );
}

function isEmpty(driver: Driver): boolean {
  const { tables } = driver.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() ?? {};
  return tables === 0;
}

/** SQLite's code for a statement that cannot be prepared, as where a table is missing. */
const SQLITE_ERROR = 1;

export function readMeta(driver: Driver, name: string): unknown {
  try {
    const { value } = driver.prepare('SELECT value FROM meta WHERE name = ?').get(name) ?? {};
    return value;
  } catch (problem) {
    // No such table: not one of our files. A disk that cannot be read says nothing about whose it is.
    if ((problem as { errcode?: number }).errcode === SQLITE_ERROR) return undefined;
    throw problem;
  }
}
