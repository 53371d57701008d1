import { join } from 'node:path';

/** The engine that this run of the tests is on: `AVOW_ENGINE=postgres`, or SQLite. */
export const onPostgres = process.env['AVOW_ENGINE'] === 'postgres';

/** Where the two stores of a deployment are. */
export interface Stores {
  readonly data: string;
  readonly keys: string;
}

const made = new Map<string, Promise<Stores>>();

/**
 * The stores that belong to a folder: files in it, or on PostgreSQL two databases, new when they are
 * first asked for.
 */
export function storesOf(folder: string): Promise<Stores> {
  const stores = made.get(folder) ?? (onPostgres ? inDatabases() : inFiles(folder));
  made.set(folder, stores);
  return stores;
}

async function inFiles(folder: string): Promise<Stores> {
  return {
    data: join(folder, 'data/avow.db'),
    keys: join(folder, 'keys/store/avow-keys.db'),
  };
}

async function inDatabases(): Promise<Stores> {
  const { newDatabase } = await import('./postgres/database.ts');
  const [data, keys] = await Promise.all([newDatabase(), newDatabase()]);
  return { data, keys };
}
