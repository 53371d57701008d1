import { VaultError } from '../fault.ts';
import { inTurn } from '../in-turn.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import { nobody, type StoreObserver } from '../port/observer.ts';
import type { Schema } from '../port/schema.ts';
import type { ScrubbingStore } from '../port/store.ts';
import { quote } from '../table/quote.ts';
import { setDurable } from './durability.ts';
import { asFault } from './fault.ts';
import { openPool } from './pool.ts';
import { announce, join, joinAlone } from './presence.ts';
import { checkScrubbable, scrub } from './scrub.ts';
import { openSession, type Session } from './session.ts';
import { ensureSchema, LOCK_SCHEMA } from './setup.ts';
import { makeStatements } from './statements.ts';
import { createStore } from './store.ts';

/** How a store on PostgreSQL is opened. */
export interface PostgresOptions {
  readonly clock?: Clock;
  /** Make sure that `scrub` can do what it says, or refuse to open. For the key store. */
  readonly secureDelete?: boolean;
  /** Units and reads under way or waiting; more are refused with `AVOW_BUSY`. Default 4,096. */
  readonly queue?: number;
  /** Connections of this process at most; each carries out one unit at a time. Default 8. */
  readonly connections?: number;
  /**
   * The PostgreSQL schema that the tables lie in, made if there is none: so that a second store can
   * have a place of its own in the same database. Default: the one that the role comes to by itself.
   */
  readonly namespace?: string;
  readonly observer?: StoreObserver;
  /**
   * Only a store that is there, and only if no program is connected; none can be until it is closed.
   * `AVOW_LOCKED`.
   */
  readonly isAlone?: boolean;
}

/**
 * Opens a PostgreSQL database as a store of this schema, made if the database is empty. Any number
 * of processes may do so together. `url` is a connection string
 * (`postgresql://user@host/database`); the password may also come from `PGPASSWORD`. Rejects with
 * `AVOW_SCHEMA`, `AVOW_DURABILITY`, `AVOW_BUSY`, `AVOW_STORE`.
 */
export async function openPostgres(
  url: string,
  schema: Schema,
  options: PostgresOptions = {},
): Promise<ScrubbingStore> {
  const { clock = systemClock, secureDelete = false, queue = 4_096, isAlone = false } = options;
  // What keeps the others away is one session's.
  const { connections = isAlone ? 1 : 8 } = options;
  const { observer = nobody.store('data', 'postgresql'), namespace } = options;
  const first = await openDurable(url, namespace);
  try {
    if (secureDelete) await checkScrubbable(first);
    if (namespace !== undefined) await makeNamespace(first, namespace);
    if (isAlone) await joinAlone(first, schema);
    else {
      await announce(first, schema);
      await ensureSchema(first, schema);
    }
  } catch (problem) {
    await first.end();
    throw asFault(problem);
  }
  const another = isAlone ? cutOff : () => openPresent(url, schema, namespace);
  const pool = openPool(first, another, connections);
  const statements = makeStatements(schema);
  const scrubInTurn = inTurn(() => pool.use((session) => scrub(session, schema)));
  return createStore({ pool, statements, clock, observer, queue, scrub: scrubInTurn });
}

/** Another session would not be alone. */
async function cutOff(): Promise<Session> {
  throw new VaultError('AVOW_STORE', 'the connection was cut off; begin again');
}

/** One more session of a program that may work with the store. Rejects with faults. */
async function openPresent(url: string, schema: Schema, namespace?: string): Promise<Session> {
  const session = await openDurable(url, namespace);
  try {
    await join(session, schema);
    return session;
  } catch (problem) {
    await session.end();
    throw asFault(problem);
  }
}

/**
 * A session that keeps what it is told to keep; a name without a schema is one of `namespace`, which
 * need not be there yet. Rejects with faults.
 */
export async function openDurable(url: string, namespace?: string): Promise<Session> {
  let session: Session | undefined;
  try {
    session = await openSession(url);
    await setDurable(session);
    if (namespace !== undefined) {
      await session.send({ text: `SET search_path = ${quote(namespace)}` });
    }
    return session;
  } catch (problem) {
    await session?.end();
    throw asFault(problem);
  }
}

/** Of several processes that start together one makes it, and the others find it there. */
async function makeNamespace(session: Session, namespace: string): Promise<void> {
  await session.send({
    text: `BEGIN; ${LOCK_SCHEMA}; CREATE SCHEMA IF NOT EXISTS ${quote(namespace)}; COMMIT`,
  });
}
