import { checkForm, FILLING, type Form, formIn, newestForm, WORKS_FROM } from '../migrate/form.ts';
import type { Schema } from '../port/schema.ts';
import { createTable, drop } from './definition.ts';
import { createRegister, dropRegister } from './moment.ts';
import type { Session } from './session.ts';

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
  if (form !== undefined) {
    checkForm(form, schema);
    return;
  }
  await session.send({ text: BEGIN });
  try {
    if (await isEmpty(session)) await createSchema(session, schema);
    else await checkSchema(session, schema);
    await session.send({ text: 'COMMIT' });
  } catch (problem) {
    await session.send({ text: 'ROLLBACK' }).catch(() => undefined);
    throw problem;
  }
}

/** Whether nothing is there, of ours or anybody's. */
export async function isEmpty(session: Session): Promise<boolean> {
  const { rows } = await session.send({ text: IS_EMPTY });
  return rows[0]?.[0] === 0;
}

/** Makes the schema's tables, in its newest form, in the open transaction. */
export async function createSchema(session: Session, schema: Schema): Promise<void> {
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

/** The database is being filled from another store, and no store yet. */
export async function noteFilling(session: Session): Promise<void> {
  await put(session, FILLING, '1');
}

/** It is filled. */
export async function noteFilled(session: Session): Promise<void> {
  await session.send({ text: 'DELETE FROM meta WHERE name = $1' }, [FILLING]);
}

/** Takes a schema away with all that it holds, in the open transaction. */
export async function dropSchema(session: Session, { tables }: Schema): Promise<void> {
  const statements = [...tables.map(drop), ...dropRegister, 'DROP TABLE meta'];
  for (const text of statements) await session.send({ text });
}

async function put(session: Session, name: string, value: string): Promise<void> {
  const text =
    'INSERT INTO meta VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  await session.send({ text }, [name, value]);
}

/**
 * The form of what the database holds. Throws `AVOW_SCHEMA` unless this program may work with it.
 */
export async function checkSchema(session: Session, schema: Schema): Promise<Form> {
  return checkForm(await readForm(session), schema);
}

/** What the database says of itself; undefined if it holds nothing of ours. */
export async function readForm(session: Session): Promise<Form | undefined> {
  const { rows: tables } = await session.send({ text: "SELECT to_regclass('meta')::text" });
  if (tables[0]?.[0] === null) return undefined;
  const { rows } = await session.send({ text: 'SELECT name, value FROM meta' });
  const kept = new Map(rows.map(([name, value]) => [name, value]));
  return formIn((name) => kept.get(name));
}
