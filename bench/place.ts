import { join } from 'node:path';
import { administer, startServer } from '../packages/vault/test/postgres/server.ts';
import type { Settings } from './report.ts';

/** What an engine keeps its data on. */
export type Storage = 'SQLite' | 'PostgreSQL';

/** Where an engine keeps its data: in files of a folder, or in databases of a server. Plain data. */
export interface Place {
  readonly folder: string;
  /** The connection string of the server's own database. */
  readonly server?: string;
}

/** As an operator of a server of its own would set it. */
const SETTINGS = { shared_buffers: '256MB', max_wal_size: '1GB' };

/** Runs with a place of this name on SQLite, or on a PostgreSQL server for as long as that takes. */
export async function withPlace<A>(
  storage: Storage,
  name: string,
  settings: Settings,
  work: (place: Place) => Promise<A>,
): Promise<A> {
  const folder = join(settings.folder, `${name} on ${storage}`);
  if (storage === 'SQLite') return work({ folder });
  if (settings.server !== undefined) return work({ folder, server: settings.server });
  const server = await startServer(SETTINGS);
  try {
    return await work({ folder, server: server.url('postgres') });
  } finally {
    await server.remove();
  }
}

/** A place of its own inside another. */
export function placeIn({ folder, ...place }: Place, name: string): Place {
  return { ...place, folder: join(folder, name) };
}

let made = 0;

/** The connection string of a new database. */
export async function newDatabase(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `bench_${process.pid}_${made++}`;
  await administer(server, `CREATE DATABASE ${url.pathname.slice(1)}`);
  return url.href;
}

/** The options of `createAvow` and `openVault` that say where everything lies. */
export async function storesOf({ folder, server }: Place) {
  const anchor = join(folder, 'anchor', 'checkpoint');
  if (server !== undefined) {
    return { data: await newDatabase(server), keys: await newDatabase(server), anchor };
  }
  return { data: join(folder, 'data', 'avow.db'), keys: join(folder, 'keys', 'avow.db'), anchor };
}
