import { createHmac, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { newDatabase } from '../place.ts';
import { addressOf, type Engine, phoneOf } from './engine.ts';
import { personIds, standIn } from './stand-in.ts';
import { open, seal } from './usual-cipher.ts';

const tables = `
  CREATE TABLE field (
    person text NOT NULL, category text NOT NULL,
    key bytea NOT NULL, sealed bytea NOT NULL, digest bytea NOT NULL,
    PRIMARY KEY (person, category)
  );
  CREATE INDEX field_digest ON field (category, digest);
  CREATE TABLE audit (
    id bigserial PRIMARY KEY, at bigint NOT NULL, action text NOT NULL,
    person text NOT NULL, category text NOT NULL
  )
`;

const find = {
  name: 'find',
  text: 'SELECT key, sealed FROM field WHERE person = $1 AND category = $2',
};
const put = {
  name: 'put',
  text: `INSERT INTO field VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person, category)
    DO UPDATE SET key = excluded.key, sealed = excluded.sealed, digest = excluded.digest`,
};
const note = {
  name: 'note',
  text: 'INSERT INTO audit (at, action, person, category) VALUES ($1, $2, $3, $4)',
};

/** As many as Avow has. */
const CONNECTIONS = 8;

/** Baseline (b) on PostgreSQL. A read is one statement and its audit line another; a write has them in one transaction. */
export async function openUsualOnPostgres(server: string, count: number): Promise<Engine> {
  const pool = new Pool({ connectionString: await newDatabase(server), max: CONNECTIONS });
  await pool.query(tables);
  const indexKey = randomBytes(32);

  function row(person: string, category: string, value: string): unknown[] {
    const key = randomBytes(32);
    const digest = createHmac('sha256', indexKey).update(value).digest();
    return [person, category, key, seal(key, value), digest];
  }

  const people = personIds(count);
  for (const [at, person] of people.entries()) {
    await pool.query({ ...put, values: row(person, 'contact.phone', phoneOf(at)) });
    await pool.query({ ...put, values: row(person, 'contact.address', addressOf(at)) });
  }

  const avow = standIn({
    async read(person, category) {
      const { rows } = await pool.query({ ...find, values: [person, category] });
      await pool.query({ ...note, values: [Date.now(), 'read', person, category] });
      return rows[0] && open(rows[0].key, rows[0].sealed);
    },
    async write(person, category, value) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query({ ...put, values: row(person, category, value) });
        await client.query({ ...note, values: [Date.now(), 'write', person, category] });
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  });
  return { avow, people };
}
