import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tables } from './tables.ts';

/** The database of the accounts: apart from the data, so that neither's transactions hold the other's. */
export interface Database {
  readonly handle: DatabaseSync;
  close(): Promise<void>;
}

/** Opens a SQLite file, made if it is not there, readable by its owner alone. */
export async function openDatabase(place: string): Promise<Database> {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const handle = new DatabaseSync(place, { enableForeignKeyConstraints: true });
  // Deleted rows are overwritten; a sign-in that was answered is on the disk.
  const terms = [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'busy_timeout = 5000',
  ];
  for (const term of terms) handle.exec(`PRAGMA ${term}`);
  for (const table of tables('sqlite')) handle.exec(table);
  return { handle, close: async () => handle.close() };
}
