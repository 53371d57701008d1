import { VaultError } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import { createRegister } from './moment.ts';
import type { Session } from './session.ts';
import { createTable } from './sql.ts';

/** What is found is what was committed by whoever had the lock, so the lock comes first. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(1635151735, 0)';

const IS_EMPTY = `SELECT count(*) FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'S')`;

/**
 * Creates the schema in an empty database; otherwise as {@link checkSchema}. Of several processes
 * that start together one creates, and the others find it there.
 */
export async function ensureSchema(session: Session, schema: Schema): Promise<void> {
  await session.send({ text: BEGIN });
  try {
    const { rows } = await session.send({ text: IS_EMPTY });
    if (rows[0]?.[0] === 0) await create(session, schema);
    else await checkSchema(session, schema);
    await session.send({ text: 'COMMIT' });
  } catch (problem) {
    await session.send({ text: 'ROLLBACK' }).catch(() => undefined);
    throw problem;
  }
}

async function create(session: Session, { name, version, tables }: Schema): Promise<void> {
  const statements = [
    'CREATE TABLE meta (name text PRIMARY KEY, value text NOT NULL)',
    ...createRegister,
    ...tables.flatMap(createTable),
  ];
  for (const text of statements) await session.send({ text });
  const put = { text: 'INSERT INTO meta VALUES ($1, $2)' };
  await session.send(put, ['schema', name]);
  await session.send(put, ['version', String(version)]);
}

/** Throws `AVOW_SCHEMA` unless the database holds this schema in this version. */
export async function checkSchema(session: Session, schema: Schema): Promise<void> {
  const found = await readMeta(session);
  const version = found.get('version');
  if (found.get('schema') === schema.name && version === String(schema.version)) return;
  const what = found.size === 0 ? 'no schema of ours' : `${found.get('schema')} version ${version}`;
  throw new VaultError(
    'AVOW_SCHEMA',
    `the database holds ${what}; this program knows ${schema.name} version ${schema.version}`,
  );
}

async function readMeta(session: Session): Promise<ReadonlyMap<unknown, unknown>> {
  const { rows: tables } = await session.send({ text: "SELECT to_regclass('meta')::text" });
  if (tables[0]?.[0] === null) return new Map();
  const { rows } = await session.send({ text: 'SELECT name, value FROM meta' });
  return new Map(rows.map(([name, value]) => [name, value]));
}
