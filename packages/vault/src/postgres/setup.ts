import { checkForm, type Form, formIn, newestForm, WORKS_FROM } from '../migrate/form.ts';
import type { Schema } from '../port/schema.ts';
import { createRegister } from './moment.ts';
import type { Session } from './session.ts';
import { createTable } from './sql.ts';

/** Held by whoever makes the schema, or changes its form, until the end of the transaction. */
export const LOCK_SCHEMA = 'SELECT pg_advisory_xact_lock(1635151735, 0)';

/** What is found is what was committed by whoever had the lock, so the lock comes first. */
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; ${LOCK_SCHEMA}`;

const IS_EMPTY = `SELECT count(*) FROM pg_class
  WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'S')`;

/**
 * Creates the schema in an empty database; otherwise as {@link checkSchema}. Of several processes
 * that start together one creates, and the others find it there.
 */
export async function ensureSchema(session: Session, schema: Schema): Promise<void> {
  const form = await readForm(session);
  // No need to wait, then, for a migration that takes its time.
  if (form !== undefined) return checkForm(form, schema);
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

async function create(session: Session, schema: Schema): Promise<void> {
  const statements = [
    'CREATE TABLE meta (name text PRIMARY KEY, value text NOT NULL)',
    ...createRegister,
    ...schema.tables.flatMap(createTable),
  ];
  for (const text of statements) await session.send({ text });
  await put(session, 'schema', schema.name);
  const { version, worksFrom } = newestForm(schema);
  await noteForm(session, version, worksFrom);
}

/** Writes down what form the store is of, and which programs may work with it. */
export async function noteForm(
  session: Session,
  version: number,
  worksFrom: number,
): Promise<void> {
  await put(session, 'version', String(version));
  await put(session, WORKS_FROM, String(worksFrom));
}

async function put(session: Session, name: string, value: string): Promise<void> {
  const text =
    'INSERT INTO meta VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  await session.send({ text }, [name, value]);
}

/** Throws `AVOW_SCHEMA` unless this program may work with what the database holds. */
export async function checkSchema(session: Session, schema: Schema): Promise<void> {
  checkForm(await readForm(session), schema);
}

/** What the database says of itself; undefined if it holds nothing of ours. */
export async function readForm(session: Session): Promise<Form | undefined> {
  const { rows: tables } = await session.send({ text: "SELECT to_regclass('meta')::text" });
  if (tables[0]?.[0] === null) return undefined;
  const { rows } = await session.send({ text: 'SELECT name, value FROM meta' });
  const kept = new Map(rows.map(([name, value]) => [name, value]));
  return formIn((name) => kept.get(name));
}
