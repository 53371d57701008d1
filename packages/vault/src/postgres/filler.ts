import type { Filler } from '../copy/filler.ts';
import { VaultError } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import { inOrder } from '../table/value.ts';
import { numberOn } from './definition.ts';
import { asFault } from './fault.ts';
import { raiseTo } from './moment.ts';
import { openDurable } from './open.ts';
import { checkScrubbable } from './scrub.ts';
import type { Session, Statement } from './session.ts';
import {
  createSchema,
  dropSchema,
  isEmpty,
  LOCK_SCHEMA,
  noteFilled,
  noteFilling,
  readForm,
} from './setup.ts';
import { fill } from './sql.ts';

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';

/** Nobody else fills the same database. The session has it, and loses it when the process ends. */
const LOCK_FILLING = 'SELECT pg_try_advisory_lock(1635151735, 2)';

/**
 * Makes a store of this schema in an empty database, to be filled; also in one where filling was cut
 * off. With `secureDelete` the server must be fit to be a key store's. Rejects with `AVOW_BACKUP` if
 * anything else is there, `AVOW_LOCKED` if somebody fills it now, `AVOW_DURABILITY`, `AVOW_STORE`.
 */
export async function openPostgresFiller(
  url: string,
  schema: Schema,
  { secureDelete = false }: { readonly secureDelete?: boolean } = {},
): Promise<Filler> {
  const session = await openDurable(url);
  try {
    if (secureDelete) await checkScrubbable(session);
    // What is waited for here is the other store, or a disk.
    await session.send({ text: 'SET idle_in_transaction_session_timeout = 0' });
    await lockFilling(session);
    await inTransaction(session, () => begin(session, schema));
  } catch (problem) {
    await session.end();
    throw asFault(problem);
  }
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  const statements = new Map<string, Statement>(
    schema.tables.map((table) => [
      table.name,
      { name: `avow_fill_${table.name}`, text: fill(table) },
    ]),
  );

  return {
    put: (name, rows) =>
      inTransaction(session, async () => {
        const [table, statement] = [tables.get(name)!, statements.get(name)!];
        const sent = session.together(() =>
          rows.map((row) => session.send(statement, inOrder(table, row))),
        );
        await Promise.all(sent);
      }),

    goOn: (moment) =>
      inTransaction(session, async () => {
        for (const text of schema.tables.flatMap(numberOn)) await session.send({ text }, [], 0);
        const { statement, values } = raiseTo(moment);
        await session.send(statement, values);
      }),

    complete: () => inTransaction(session, () => noteFilled(session)),
    close: () => session.end(),
  };
}

async function lockFilling(session: Session): Promise<void> {
  const { rows } = await session.send({ text: LOCK_FILLING });
  if (rows[0]?.[0] === 't') return;
  throw new VaultError('AVOW_LOCKED', 'somebody else is filling this database');
}

/** Nothing that is there is replaced, but for what was never completed. */
async function begin(session: Session, schema: Schema): Promise<void> {
  await session.send({ text: LOCK_SCHEMA });
  const form = await readForm(session);
  if (form?.isFilling && form.schema === schema.name) await dropSchema(session, schema);
  if (!(await isEmpty(session))) {
    throw new VaultError('AVOW_BACKUP', 'the database is not empty; nothing in it is replaced');
  }
  await createSchema(session, schema);
  await noteFilling(session);
}

async function inTransaction(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await session.send({ text: BEGIN });
    await work();
    await session.send({ text: 'COMMIT' }, [], 0);
  } catch (problem) {
    await session.send({ text: 'ROLLBACK' }).catch(() => undefined);
    throw asFault(problem);
  }
}
