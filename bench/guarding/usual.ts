import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addressOf, type OpenEngine, phoneOf } from './engine.ts';
import { personIds, standIn } from './stand-in.ts';
import { open, seal } from './usual-cipher.ts';
import { openUsualOnPostgres } from './usual-postgres.ts';

const tables = `
  CREATE TABLE field (
    person TEXT NOT NULL, category TEXT NOT NULL,
    key BLOB NOT NULL, sealed BLOB NOT NULL, digest BLOB NOT NULL,
    PRIMARY KEY (person, category)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX field_digest ON field (category, digest);
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL,
    person TEXT NOT NULL, category TEXT NOT NULL
  ) STRICT;
`;

/**
 * Baseline (b), a plain vault of the usual shape: AES-256-GCM with the key beside the record, a hashed index to find
 * by, and one audit line for each operation, in a transaction of its own that is flushed.
 */
export const openUsual: OpenEngine = async (place, count) => {
  if (place.server !== undefined) return openUsualOnPostgres(place.server, count);
  const { folder } = place;
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'usual.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(tables);
  const find = database.prepare('SELECT key, sealed FROM field WHERE person = ? AND category = ?');
  const put = database.prepare('INSERT OR REPLACE INTO field VALUES (?, ?, ?, ?, ?)');
  const note = database.prepare('INSERT INTO audit VALUES (NULL, ?, ?, ?, ?)');
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const indexKey = randomBytes(32);

  function store(person: string, category: string, value: string): void {
    const key = randomBytes(32);
    const digest = createHmac('sha256', indexKey).update(value).digest();
    put.run(person, category, key, seal(key, value), digest);
  }

  const people = personIds(count);
  begin.run();
  for (const [at, person] of people.entries()) {
    store(person, 'contact.phone', phoneOf(at));
    store(person, 'contact.address', addressOf(at));
  }
  commit.run();

  const avow = standIn({
    async read(person, category) {
      begin.run();
      const row = find.get(person, category) as { key: Uint8Array; sealed: Uint8Array } | undefined;
      const value = row && open(row.key, row.sealed);
      note.run(Date.now(), 'read', person, category);
      commit.run();
      return value;
    },
    async write(person, category, value) {
      begin.run();
      store(person, category, value);
      note.run(Date.now(), 'write', person, category);
      commit.run();
    },
    close: async () => database.close(),
  });
  return { avow, people };
};
