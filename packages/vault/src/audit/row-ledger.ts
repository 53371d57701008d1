import { DatabaseSync } from 'node:sqlite';

/** What became of a row's hash, as the entries tell it. */
export type Standing = 'stands' | 'gone' | 'never';

/**
 * The rows that must exist, by their hashes, folded from the entries. Kept in a temporary database,
 * which SQLite moves to disk as it grows: a log of any length is audited in bounded memory.
 */
export interface RowLedger {
  add(hash: Uint8Array, position: number | null): void;
  /** False if no entry had added it, or it was gone already. */
  remove(hash: Uint8Array): boolean;
  /** How a stored row stands; each hash stands for one row only. */
  claim(hash: Uint8Array): Standing;
  /** An entry whose row nobody claimed; undefined if every row was found. */
  unclaimed(): { readonly position: number | null } | undefined;
  close(): void;
}

const STANDS = 1;
const GONE = 2;
const CLAIMED = 3;

export function openRowLedger(): RowLedger {
  const database = new DatabaseSync('');
  database.exec(`
    CREATE TABLE row (hash BLOB PRIMARY KEY, state INTEGER NOT NULL, position INTEGER)
      STRICT, WITHOUT ROWID;
    BEGIN`);
  const insert = database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?, ?)');
  const move = database.prepare('UPDATE row SET state = ? WHERE hash = ? AND state = ?');
  const find = database.prepare('SELECT 1 FROM row WHERE hash = ?');
  const first = database.prepare(`SELECT position FROM row WHERE state = ${STANDS} LIMIT 1`);
  return {
    add: (hash, position) => void insert.run(hash, STANDS, position),
    remove: (hash) => move.run(GONE, hash, STANDS).changes === 1,
    claim(hash) {
      if (move.run(CLAIMED, hash, STANDS).changes === 1) return 'stands';
      return find.get(hash) === undefined ? 'never' : 'gone';
    },
    unclaimed: () => first.get() as { readonly position: number | null } | undefined,
    close: () => database.close(),
  };
}
