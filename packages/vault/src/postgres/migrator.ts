import { VaultError } from '../fault.ts';
import { worksFromAfter } from '../migrate/form.ts';
import type { Migrator } from '../migrate/migrator.ts';
import type { Migration, Schema, Step } from '../port/schema.ts';
import { takeStep } from './definition.ts';
import { asFault, LOCK_NOT_AVAILABLE, sqlState } from './fault.ts';
import { openDurable } from './open.ts';
import { keepAway } from './presence.ts';
import type { Session } from './session.ts';
import { LOCK_SCHEMA, noteForm, readForm } from './setup.ts';

/** How often a table that others are at work on is asked for; each time it holds them up a little. */
const ATTEMPTS = 5;

const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = 30000; ${LOCK_SCHEMA};
  SET LOCAL lock_timeout = 2000`;

/** Opens a PostgreSQL database to have its form changed, beside the processes that work on it. */
export async function openPostgresMigrator(
  url: string,
  schema: Schema,
  namespace?: string,
): Promise<Migrator> {
  const session = await openDurable(url, namespace);

  async function form() {
    const found = await readForm(session);
    if (found !== undefined) return found;
    throw new VaultError(
      'AVOW_SCHEMA',
      `the database holds no schema of ours, and not ${schema.name}`,
    );
  }

  async function carryOut(migration: Migration, tell: (step: Step) => void): Promise<void> {
    await session.send({ text: BEGIN }, [], 0);
    const { version, worksFrom } = await form();
    if (version < migration.to) {
      await keepAway(session, schema, migration);
      for (const step of migration.steps) {
        tell(step);
        // However large the table is.
        for (const text of takeStep(step)) await session.send({ text }, [], 0);
      }
      await noteForm(session, migration.to, worksFromAfter(worksFrom, migration));
    }
    await session.send({ text: 'COMMIT' });
  }

  return {
    form: () => guarded(form),
    carryOut: (migration, tell) =>
      guarded(async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await carryOut(migration, tell);
          } catch (problem) {
            await takeBack(session);
            if (sqlState(problem) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw problem;
          }
        }
      }),
    close: () => session.end(),
  };
}

async function takeBack(session: Session): Promise<void> {
  await session.send({ text: 'ROLLBACK' }).catch(() => undefined);
}

async function guarded<A>(work: () => Promise<A>): Promise<A> {
  try {
    return await work();
  } catch (problem) {
    throw asFault(problem);
  }
}
