import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { administer, type Server } from '../../packages/vault/test/postgres/server.ts';
import { openAvow } from './avow.ts';
import type { Clock, Engine } from './engine.ts';
import { openCompliant, openPlain, sizeOf } from './postgres.ts';

/** A server of PostgreSQL, and a folder on the same disk. */
export type Place = Pick<Server, 'folder' | 'url'>;

/** Opens an engine: in databases of its own on the server, or in files in the folder. */
type Open = (place: Place, clock: Clock) => Promise<Engine>;

/** Ours first; then the baselines. */
export const engines = {
  sqlite: async ({ folder }, clock) => {
    const data = join(folder, 'avow-data', 'avow.db');
    const keys = join(folder, 'avow-keys', 'avow-keys.db');
    const size = async () => pagesOf(data) + pagesOf(keys);
    const database = { data, keys };
    return openAvow({ database, anchor: join(folder, 'avow-anchor', 'one'), size }, clock);
  },
  postgres: async (server, clock) => {
    const data = await database(server, 'avow_data');
    const keys = await database(server, 'avow_keys');
    const size = async () => (await sizeOf(data)) + (await sizeOf(keys));
    const anchor = join(server.folder, 'avow-anchor', 'other');
    return openAvow({ database: { data, keys }, anchor, size }, clock);
  },
  compliant: async (server, clock) => openCompliant(await database(server, 'compliant'), clock),
  plain: async (server, clock) => openPlain(await database(server, 'plain'), clock),
} as const satisfies Readonly<Record<string, Open>>;

export type EngineName = keyof typeof engines;
export const engineNames = Object.keys(engines) as EngineName[];

async function database({ url }: Place, name: string): Promise<string> {
  const own = `${name}_${randomBytes(4).toString('hex')}`;
  await administer(url('postgres'), `CREATE DATABASE ${own}`);
  return url(own);
}

/** Bytes of a database of SQLite, those included that still stand in its journal. */
function pagesOf(path: string): number {
  const connection = new DatabaseSync(path, { readOnly: true });
  const pragma = (name: string) =>
    Number(Object.values(connection.prepare(`PRAGMA ${name}`).get()!)[0]);
  const size = pragma('page_count') * pragma('page_size');
  connection.close();
  return size;
}
