import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The market's own file. It holds no personal value: goods, prices, the states of orders, handles.
 * People are ids here; who they are lies in Avow's vault alone, and how they get in with the accounts.
 */
const schema = `
-- Of an earlier market, which kept passwords and sessions here.
DROP TABLE IF EXISTS session;
DROP TABLE IF EXISTS account;

CREATE TABLE IF NOT EXISTS member (
  person  TEXT PRIMARY KEY,
  handle  INTEGER NOT NULL UNIQUE,
  created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS listing (
  id      TEXT PRIMARY KEY,
  seller  TEXT NOT NULL,
  picture TEXT NOT NULL,
  price   INTEGER NOT NULL CHECK (price > 0),
  texts   TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('offered', 'ordered', 'sold', 'withdrawn')),
  listed  INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS listing_state ON listing (state);
CREATE INDEX IF NOT EXISTS listing_seller ON listing (seller);

CREATE TABLE IF NOT EXISTS purchase (
  id      TEXT PRIMARY KEY,
  listing TEXT NOT NULL REFERENCES listing (id),
  buyer   TEXT NOT NULL,
  seller  TEXT NOT NULL,
  placed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS purchase_buyer ON purchase (buyer, placed);
CREATE INDEX IF NOT EXISTS purchase_seller ON purchase (seller, placed);

CREATE TABLE IF NOT EXISTS photo (
  id     TEXT PRIMARY KEY,
  seller TEXT NOT NULL,
  type   TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
  bytes  BLOB NOT NULL,
  added  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS photo_seller ON photo (seller);

CREATE TABLE IF NOT EXISTS dispute (
  id       TEXT PRIMARY KEY,
  purchase TEXT NOT NULL REFERENCES purchase (id),
  by       TEXT NOT NULL,
  reason   TEXT NOT NULL,
  wish     TEXT NOT NULL,
  opened   INTEGER NOT NULL,
  contested INTEGER,
  outcome  TEXT,
  decider  TEXT,
  ended    INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS dispute_going_on ON dispute (purchase) WHERE ended IS NULL;
CREATE INDEX IF NOT EXISTS dispute_purchase ON dispute (purchase, opened);
`;

/** Opens the market's file, making it when it is not there yet. */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') makePrivate(path);
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  database.exec(schema);
  addPhotos(database);
  return database;
}

/** A file of an earlier market has no column for a seller's own pictures. */
function addPhotos(database: DatabaseSync): void {
  const columns = database.prepare('PRAGMA table_info(listing)').all();
  if (columns.some(({ name }) => name === 'photo')) return;
  database.exec('ALTER TABLE listing ADD COLUMN photo TEXT');
}

/** SQLite gives its journals the permissions of the file: its owner alone may read them. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
}
