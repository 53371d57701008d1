import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDatabase } from '../../packages/vault/test/postgres/database.ts';
import { type Client, clientOf } from './client.ts';
import { type RunningServer, startServer } from './server.ts';

/** A server with a client that may do everything there. */
export interface Served extends RunningServer {
  readonly ask: Client;
}

/** Two databases, one anchor, one passphrase: everything that several servers share. */
export interface Deployment {
  readonly folder: string;
  readonly data: string;
  readonly keys: string;
  readonly anchor: string;
  /** The key that the first server made. */
  apiKey(): string;
  /** Starts one more. */
  serve(environment?: Readonly<Record<string, string>>, policy?: string): Promise<Served>;
  /** Kills what still runs, and removes the folder. */
  remove(): Promise<void>;
}

export async function makeDeployment(): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-servers-'));
  const [data, keys] = await Promise.all([newDatabase(), newDatabase()]);
  const anchor = join(folder, 'anchor', 'checkpoint');
  const shared = { AVOW_DATA: data, AVOW_KEYS: keys };
  const running: Served[] = [];
  const apiKey = () => readFileSync(join(folder, 'keys/api-key'), 'utf8').trim();
  return {
    folder,
    data,
    keys,
    anchor,
    apiKey,
    async serve(environment = {}, policy) {
      const server = await startServer(folder, { ...shared, ...environment }, policy);
      const served = { ...server, ask: clientOf(server.url, apiKey()) };
      running.push(served);
      return served;
    },
    async remove() {
      for (const { ask, kill } of running) {
        ask.close();
        await kill();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
