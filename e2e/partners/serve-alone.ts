import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPostgres } from '../../packages/vault/test/stores.ts';
import { type Client, clientOf } from '../servers/client.ts';
import { makeDeployment } from '../servers/deployment.ts';
import { startServer } from '../servers/server.ts';

/** One server in a process of its own, with a client that may do everything there. */
export interface Served {
  readonly url: string;
  readonly ask: Client;
  remove(): Promise<void>;
}

/** Starts a server on SQLite, or with `AVOW_ENGINE=postgres` on PostgreSQL. */
export async function serveAlone(): Promise<Served> {
  // So many questions from one address at once are what the limits are there to stop.
  const limits = { AVOW_KEY_RATE: '100000/100000', AVOW_ADDRESS_RATE: '100000/100000' };
  if (onPostgres) {
    const deployment = await makeDeployment();
    const { url, ask } = await deployment.serve(limits);
    return { url, ask, remove: () => deployment.remove() };
  }
  return serveFile(limits);
}

/** Starts a server on SQLite, whatever the tests run on. */
export async function serveFile(limits: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-partners-'));
  const { url, stop } = await startServer(folder, limits);
  const ask = clientOf(url, readFileSync(join(folder, 'keys/api-key'), 'utf8').trim());
  return {
    url,
    ask,
    async remove() {
      ask.close();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
