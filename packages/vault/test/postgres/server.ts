import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './embedded.ts';

/** A real server of one test file, or of a whole run. */
export interface Server {
  /** The folder that holds all its files. */
  readonly folder: string;
  /** What it has written into its log so far. */
  log(): string;
  /** The connection string of a database on it. */
  url(database: string): string;
  stop(): Promise<void>;
  /** Again, after it was stopped, with the same files and at the same port. */
  start(): Promise<void>;
  /** Stops it and removes its files. */
  remove(): Promise<void>;
}

/** Starts a server on an empty folder, made in `parent`. Settings are PostgreSQL's own, by name. */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  parent = tmpdir(),
): Promise<Server> {
  const folder = mkdtempSync(join(parent, 'avow-postgres-'));
  chmodSync(folder, 0o755); // Started by root, the server runs as somebody else.
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const all = { ...SETTINGS, unix_socket_directories: '', ...settings };
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Small journal files: a checkpoint removes them, and a search reads them all.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--wal-segsize=1', '--no-sync'],
    postgresFlags: Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => log.push(String(line)),
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    folder,
    log: () => log.join(''),
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As an operator would set it; only the sizes are a test's. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  wal_recycle: 'off',
  min_wal_size: '2MB',
  shared_buffers: '64MB',
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** One statement, as an administrator. */
export async function administer(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
