import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { administer, startServer } from '../../packages/vault/test/postgres/server.ts';
import type { Stores } from './deployment.ts';
import { owing } from './endings.ts';

/** A real PostgreSQL server that can be stopped in any way. */
export interface Postgres {
  /** The stores of a new deployment: two databases. */
  stores(home: string, servers?: number): Promise<PostgresStores>;
  /** `fast` finishes nothing and writes a checkpoint; `immediate` is a crash. Resolves when it is gone. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Whether it has stopped by itself, and will not come back by itself. */
  hasGivenUp(): Promise<boolean>;
  /** One statement, as an administrator. */
  administer(text: string): Promise<readonly unknown[]>;
  remove(): Promise<void>;
}

export interface PostgresStores extends Stores {
  /** The connection strings. */
  readonly data: string;
  readonly keys: string;
}

/** Starts one. `parent`: the folder in which it makes its own. */
export async function openPostgres(parent?: string): Promise<Postgres> {
  const server = await startServer({}, parent);
  const paid = owing(() => {
    const victim = pid();
    if (victim !== undefined) process.kill(victim, 'SIGQUIT');
  });
  const pidFile = join(server.folder, 'data/postmaster.pid');

  function pid(): number | undefined {
    try {
      return Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
    } catch {
      return undefined;
    }
  }

  function isRunning(): boolean {
    const process_ = pid();
    try {
      return process_ !== undefined && process.kill(process_, 0);
    } catch {
      return false;
    }
  }

  async function makeDatabase(): Promise<string> {
    const name = `torture_${randomBytes(6).toString('hex')}`;
    await administer(server.url('postgres'), `CREATE DATABASE ${name}`);
    return server.url(name);
  }

  return {
    async stores(home, servers = 2) {
      const [data, keys] = [await makeDatabase(), await makeDatabase()];
      return {
        engine: 'postgres',
        servers,
        data,
        keys,
        environment: { AVOW_DATA: data, AVOW_KEYS: keys },
        keysPlace: keys,
        async keysLeft(people) {
          if (people.length === 0) return [];
          const list = people.map((person) => `'${person.replaceAll("'", "''")}'`).join(', ');
          const text = `SELECT DISTINCT person FROM data WHERE person IN (${list})`;
          const rows = (await administer(keys, text)) as { person: string }[];
          return rows.map(({ person }) => person);
        },
        async remove() {
          for (const url of [data, keys]) {
            const name = new URL(url).pathname.slice(1);
            const text = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
            await administer(server.url('postgres'), text);
          }
          rmSync(home, { recursive: true, force: true });
        },
      };
    },

    async stop(how) {
      const victim = pid();
      if (victim === undefined) return;
      process.kill(victim, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      while (isRunning()) await setTimeout(5);
    },

    start: () => server.start(),

    async hasGivenUp() {
      // It may still be on its way out.
      await setTimeout(200);
      return !isRunning();
    },

    administer: (text) => administer(server.url('postgres'), text),

    async remove() {
      paid();
      // What it is stopped by waits for an exit, which a server that is gone has behind it.
      if (isRunning()) await server.remove();
      else rmSync(server.folder, { recursive: true, force: true });
    },
  };
}
