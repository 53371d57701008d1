import { Client } from 'pg';
import type { Lock } from '../../src/port/store.ts';
import { openingCommands } from '../../src/postgres/opening.ts';

/** Somebody else on the same database, who does one thing at a time and holds what they have. */
export interface Connection {
  run(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Takes a lock as a unit would, in the open transaction. */
  lock(lock: Lock): Promise<void>;
  /** How many sessions of this database are waiting for a lock right now. */
  waiting(): Promise<number>;
  close(): Promise<void>;
}

export async function connect(url: string): Promise<Connection> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const run: Connection['run'] = async (text, values = []) =>
    (await client.query<Record<string, unknown>>(text, [...values])).rows;
  return {
    run,
    async lock(lock) {
      for (const { statement, values } of openingCommands([lock], 0))
        await run(statement.text, values);
    },
    async waiting() {
      const [row] = await run(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return Number(row?.['waiting']);
    },
    close: () => client.end(),
  };
}
