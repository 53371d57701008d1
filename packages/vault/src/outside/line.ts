import { told } from '../connection-string.ts';
import { VaultError } from '../fault.ts';
import type { Value } from '../port/store.ts';
import { asFault, sqlState, UNDEFINED_TABLE } from '../postgres/fault.ts';
import { openDurable } from '../postgres/open.ts';
import type { Session } from '../postgres/session.ts';
import { isEmpty, LOCK_SCHEMA } from '../postgres/setup.ts';

type Rows = readonly (readonly Value[])[];

/** A connection that is there while somebody needs it, to the database outside the stores. */
export interface Line {
  /** The place, as it may be told. */
  readonly told: string;
  /** The rows that a statement answers with; undefined if the database has not been made ready. */
  read(text: string, values?: readonly Value[]): Promise<Rows | undefined>;
  /**
   * A statement that is a transaction by itself, durable when it resolves. Makes the database ready
   * first if it is empty; `AVOW_ANCHOR` if it holds something else.
   */
  write(text: string, values: readonly Value[]): Promise<Rows>;
}

/** How long a connection is kept for whoever comes next, in milliseconds. */
const IDLE_MS = 10_000;

const TABLES = `
  CREATE TABLE outside (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE erased (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person text NOT NULL,
    held boolean NOT NULL
  );
  INSERT INTO outside VALUES ('schema', 'avow/outside'), ('version', '1')`;

/**
 * Opens nothing yet. Nobody has to close it: a connection that nobody needs holds no process back, and
 * is ended after a while.
 */
export function openLine(url: string): Line {
  let session: Promise<Session> | undefined;
  let under = 0;
  let timer: NodeJS.Timeout | undefined;

  async function use<A>(work: (session: Session) => Promise<A>): Promise<A> {
    clearTimeout(timer);
    const connected = await connection();
    clearTimeout(timer);
    under += 1;
    connected.holdProcess(true);
    try {
      return await work(connected);
    } finally {
      under -= 1;
      if (under === 0) rest(connected);
    }
  }

  async function connection(): Promise<Session> {
    session ??= connect(url);
    const begun = session;
    const connected = await begun.catch((problem: unknown) => {
      forget(begun);
      throw problem;
    });
    if (!connected.isLost) return connected;
    forget(begun);
    return connection();
  }

  /** Unless somebody has begun another by now. */
  function forget(lost: Promise<Session>): void {
    if (session === lost) session = undefined;
  }

  function rest(connected: Session): void {
    connected.holdProcess(false);
    timer = setTimeout(() => {
      session = undefined;
      connected.end().catch(() => undefined);
    }, IDLE_MS).unref();
  }

  async function send(text: string, values: readonly Value[]): Promise<Rows | undefined> {
    return use(async (connected) => {
      try {
        return (await connected.send({ text }, values)).rows;
      } catch (problem) {
        if (sqlState(problem) === UNDEFINED_TABLE) return undefined;
        throw asFault(problem);
      }
    });
  }

  return {
    told: told(url),
    read: (text, values = []) => send(text, values),
    async write(text, values) {
      const rows = await send(text, values);
      if (rows !== undefined) return rows;
      await makeReady(url);
      const again = await send(text, values);
      if (again === undefined) throw new VaultError('AVOW_ANCHOR', `${told(url)} lost its tables`);
      return again;
    },
  };
}

/** Each statement sees what was committed before it, whatever the role's own settings say. */
async function connect(url: string): Promise<Session> {
  const session = await openDurable(url);
  await session.send({ text: "SET default_transaction_isolation = 'read committed'" });
  return session;
}

/** Of several processes that come together one makes the tables, and the others find them there. */
async function makeReady(url: string): Promise<void> {
  const session = await connect(url);
  try {
    await session.send({ text: `BEGIN; ${LOCK_SCHEMA}` });
    const { rows } = await session.send({ text: "SELECT to_regclass('outside')::text" });
    if (rows[0]?.[0] === null) {
      if (!(await isEmpty(session))) {
        const what = `${told(url)} holds something else; the anchor needs a database of its own`;
        throw new VaultError('AVOW_ANCHOR', what);
      }
      await session.send({ text: TABLES });
    }
    await session.send({ text: 'COMMIT' });
  } catch (problem) {
    throw asFault(problem);
  } finally {
    // What was begun and not committed goes with the connection.
    await session.end();
  }
}
