import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { type Load, load } from '../load.ts';
import { newDatabase } from '../place.ts';
import { ENTRY } from './writers.ts';

const insert = { name: 'insert', text: 'INSERT INTO line (body) VALUES ($1)' };
/** As many as Avow has. */
const CONNECTIONS = 8;

/** The yardstick on PostgreSQL: rows as long as an entry into a plain table, each in a transaction of its own. */
export async function plainInserts(
  server: string,
  counts: readonly number[],
  milliseconds: number,
): Promise<{ readonly loads: readonly Load[]; close(): Promise<void> }> {
  const pool = new Pool({ connectionString: await newDatabase(server), max: CONNECTIONS });
  await pool.query('CREATE TABLE line (id bigserial PRIMARY KEY, body bytea NOT NULL)');
  const values = [randomBytes(ENTRY)];
  const loads = counts.map((clients) =>
    load({
      name: `plain inserts by ${clients}`,
      clients,
      milliseconds,
      operate: async () => void (await pool.query({ ...insert, values })),
    }),
  );
  return { loads, close: () => pool.end() };
}
