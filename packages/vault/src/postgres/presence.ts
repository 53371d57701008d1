import { canonicalHash } from '../canonical.ts';
import { VaultError } from '../fault.ts';
import { checkForm, type Form } from '../migrate/form.ts';
import type { Migration, Schema } from '../port/schema.ts';
import type { Session } from './session.ts';
import { checkSchema, readForm } from './setup.ts';

/**
 * The first half of the advisory locks' numbers; the second is a form. By the schema's name, since one
 * database may hold stores of several.
 */
function presenceOf(name: string): number {
  const digest = canonicalHash('avow/presence/v1', [name]);
  return new DataView(digest.buffer, digest.byteOffset).getInt32(0);
}

/**
 * Lets it be known that a program of this form is connected, for as long as the session lasts. To be
 * called before the store's form is looked at: a migration that would take away what the program
 * needs either sees it, or has committed by then and is seen.
 */
export async function announce(session: Session, { name, version }: Schema): Promise<void> {
  const text = 'SELECT pg_advisory_lock_shared($1, $2)';
  await session.send({ text }, [presenceOf(name), version]);
}

/** {@link announce}, for a store that has been made. Throws `AVOW_SCHEMA`. */
export async function join(session: Session, schema: Schema): Promise<Form> {
  await announce(session, schema);
  return checkSchema(session, schema);
}

/** {@link join}, if no program is connected; none can be until the session ends. `AVOW_LOCKED`. */
export async function joinAlone(session: Session, schema: Schema): Promise<Form> {
  const form = await checkSchema(session, schema);
  // Programs of newer forms too, as far as they may work with the store.
  const newest = Math.max(form.version, schema.version);
  for (let known = 1; known <= newest; known++) {
    const text = 'SELECT pg_try_advisory_lock($1, $2)';
    const { rows } = await session.send({ text }, [presenceOf(schema.name), known]);
    if (rows[0]?.[0] === 't') continue;
    throw new VaultError(
      'AVOW_LOCKED',
      'a server, a backup or an audit is connected; stop it first',
    );
  }
  return form;
}

/** {@link join}, for a store that is being filled: by whoever does that, to look at what it did. */
export async function joinFilling(session: Session, schema: Schema): Promise<Form> {
  await announce(session, schema);
  const form = await readForm(session);
  return checkForm(form && { ...form, isFilling: false }, schema);
}

/**
 * Keeps every program away that is too old for what the migration leaves, until the end of the open
 * transaction. `AVOW_LOCKED` if one is connected.
 */
export async function keepAway(
  session: Session,
  { name }: Schema,
  migration: Migration,
): Promise<void> {
  if (migration.kind === 'expand') return;
  for (let form = 1; form < migration.needs; form++) {
    const text = 'SELECT pg_try_advisory_xact_lock($1, $2)';
    const { rows } = await session.send({ text }, [presenceOf(name), form]);
    if (rows[0]?.[0] === 't') continue;
    throw new VaultError(
      'AVOW_LOCKED',
      `a program that knows form ${form} is connected; migration ${migration.to} needs all to know form ${migration.needs}: stop it first`,
    );
  }
}
