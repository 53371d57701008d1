import { Client } from 'pg';
import { administer } from '../../packages/vault/test/postgres/server.ts';
import type { Clock, Engine } from './engine.ts';
import { type Answer, type KeptMetadata, NEWEST, type Operation } from './operation.ts';
import { keptFrom, type NewRecord } from './record.ts';

const metadata = ['pur', 'usr', 'obj', 'dec', 'acl', 'shr', 'src', 'cat'] as const;
const columns = ['key', 'expires', ...metadata, 'data'] as const;

/** What is said to the server, and how its rows answer the operation. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  answer(rows: readonly Record<string, unknown>[]): Answer;
}

/** A plain table; nothing is logged and nothing runs out. */
export async function openPlain(url: string, clock: Clock): Promise<Engine> {
  return openTable(url, clock, false);
}

/**
 * PostgreSQL made compliant the paper's way: an index on each column of the metadata, every statement
 * logged with its answer, and a daemon that deletes each second what has run out. The log is written by the
 * same statement, so that it costs neither a round trip nor a commit of its own.
 */
export async function openCompliant(url: string, clock: Clock): Promise<Engine> {
  return openTable(url, clock, true);
}

async function openTable(url: string, clock: Clock, isCompliant: boolean): Promise<Engine> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const texts = ['key text PRIMARY KEY', 'expires bigint NOT NULL'];
  texts.push(...[...metadata, 'data'].map((column) => `${column} text NOT NULL`));
  await client.query(`CREATE TABLE record (${texts.join(', ')})`);
  if (isCompliant) {
    for (const column of [...metadata, 'expires']) {
      await client.query(`CREATE INDEX ON record (${column})`);
    }
    await client.query(
      'CREATE TABLE log (id bigserial PRIMARY KEY, at bigint, kind text, said text, answer text)',
    );
  }

  let begun = 0;

  async function run(kind: string, { text, values, answer }: Statement): Promise<Answer> {
    const said = isCompliant ? logged(text, values.length) : text;
    const more = isCompliant ? [clock.now(), kind, JSON.stringify([text, values])] : [];
    const { rows } = await client.query({ name: kind, text: said, values: [...values, ...more] });
    return answer(rows);
  }

  return {
    promised: { expires: isCompliant, logs: isCompliant },

    async load(records) {
      for (let from = 0; from < records.length; from += BATCH) {
        await run('load', inserting(records.slice(from, from + BATCH), clock.now()));
      }
    },

    async begin() {
      if (!isCompliant) return;
      const { rows } = await client.query('SELECT coalesce(max(id), 0) AS id FROM log');
      begun = Number(rows[0].id);
    },

    perform: (operation) => {
      if (operation.kind === 'read the log' && !isCompliant) {
        return Promise.resolve({ readings: undefined });
      }
      return run(nameOf(operation), statementOf(operation, clock.now(), begun));
    },

    async tick() {
      if (isCompliant) await run('expire', deleting('expires <= $1', [clock.now()]));
    },

    end: async () => undefined,
    size: () => sizeOf(url),
    close: () => client.end(),
  };
}

const BATCH = 500;

/** The statement as one that writes into the log what was said and what is answered. */
function logged(text: string, values: number): string {
  const [at, kind, said] = [values + 1, values + 2, values + 3].map((place) => `$${place}`);
  return `WITH answer AS (${text}), logged AS (
    INSERT INTO log (at, kind, said, answer)
    SELECT ${at}::bigint, ${kind}, ${said}, (SELECT json_agg(answer)::text FROM answer)
  ) SELECT * FROM answer`;
}

/** A statement is prepared once for each text. */
function nameOf(operation: Operation): string {
  return 'field' in operation ? `${operation.kind}, ${operation.field}` : operation.kind;
}

function statementOf(operation: Operation, now: number, begun: number): Statement {
  switch (operation.kind) {
    case 'insert':
      return inserting([operation.record], now);
    case 'delete by purpose':
    case 'delete by user':
    case 'delete by key': {
      const { text, value } = meant(operation);
      return deleting(text, [value]);
    }
    case 'update metadata by purpose':
    case 'update metadata by user':
    case 'update metadata by key':
      return setting(operation.field, operation.value, meant(operation));
    case 'update data by key':
      return setting('data', operation.data, meant(operation));
    case 'read by key':
    case 'read by user':
    case 'read by purpose':
    case 'read by objection': {
      const { text, value } = meant(operation);
      return {
        text: `SELECT key, data FROM record WHERE ${text}`,
        values: [value],
        answer: (rows) => ({ data: rows as never }),
      };
    }
    case 'read metadata by user':
    case 'read metadata by key': {
      const { text, value } = meant(operation);
      return {
        text: `SELECT key, expires, ${metadata} FROM record WHERE ${text}`,
        values: [value],
        answer: (rows) => ({
          metadata: rows.map(
            (row) => ({ ...row, expires: Number(row['expires']) }) as KeptMetadata,
          ),
        }),
      };
    }
    case 'read the log':
      return {
        text: `SELECT id, at, said, answer AS was FROM log
               WHERE id > $1 AND kind = 'read metadata by user' ORDER BY id DESC LIMIT ${NEWEST}`,
        values: [begun],
        answer: (rows) => ({ readings: rows.length }),
      };
    case 'verify deletion': {
      const { text, value } = meant(operation);
      return {
        text: `SELECT key FROM record WHERE ${text}`,
        values: [value],
        answer: (rows) => ({ isGone: rows.length === 0 }),
      };
    }
    default:
      return operation satisfies never;
  }
}

/** The condition on `$1` that finds what an operation means. */
function meant(operation: Operation): { readonly text: string; readonly value: string } {
  if ('key' in operation) return { text: 'key = $1', value: operation.key };
  if ('usr' in operation) return { text: 'usr = $1', value: operation.usr };
  if ('pur' in operation) return { text: 'pur = $1', value: operation.pur };
  if ('obj' in operation) return { text: 'obj <> $1', value: operation.obj };
  throw new TypeError(`${operation.kind} means no record`);
}

function counted(text: string, values: readonly unknown[]): Statement {
  return { text, values, answer: (rows) => ({ count: rows.length }) };
}

function inserting(records: readonly NewRecord[], now: number): Statement {
  const kept = records.map((record) => keptFrom(record, now));
  const lists = columns.map(
    (name, at) => `$${at + 1}::${name === 'expires' ? 'bigint' : 'text'}[]`,
  );
  return counted(
    `INSERT INTO record (${columns}) SELECT * FROM unnest(${lists}) RETURNING key`,
    columns.map((name) => kept.map((record) => record[name])),
  );
}

function deleting(condition: string, values: readonly unknown[]): Statement {
  return counted(`DELETE FROM record WHERE ${condition} RETURNING key`, values);
}

function setting(
  field: string,
  value: string,
  { text, value: of }: ReturnType<typeof meant>,
): Statement {
  return counted(`UPDATE record SET ${field} = $2 WHERE ${text} RETURNING key`, [of, value]);
}

/** Bytes of all tables of a database, with their indexes. */
export async function sizeOf(url: string): Promise<number> {
  const [row] = await administer(
    url,
    `SELECT sum(pg_total_relation_size(oid))::bigint AS size FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  return Number((row as { size: string }).size);
}
