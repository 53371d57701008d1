import type { WholeReader } from '../copy/whole.ts';
import { VaultError } from '../fault.ts';
import type { Form } from '../migrate/form.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import { scanPages } from '../table/scan.ts';
import { asFault } from './fault.ts';
import { REGISTER } from './moment.ts';
import { openDurable } from './open.ts';
import { openingCommands } from './opening.ts';
import { join, joinAlone, joinFilling } from './presence.ts';
import type { Session } from './session.ts';
import { count, hold } from './sql.ts';
import { makeStatements } from './statements.ts';

interface PostgresReaderOptions {
  readonly clock?: Clock;
  /**
   * `guest`: beside those that write. `alone`: no program is connected, else `AVOW_LOCKED`, and none
   * can be meanwhile. `filler`: by whoever fills the store, which no other program takes for one.
   */
  readonly as?: 'guest' | 'alone' | 'filler';
}

const welcomes = { guest: join, alone: joinAlone, filler: joinFilling };

/**
 * Opens a store for reading only, beside those that write to it. Everything it returns is of the
 * one state that the store had when it was opened, so an audit sees rows and entries that belong
 * together. Until it is closed, `scrub` is refused. Throws `AVOW_SCHEMA`, `AVOW_DURABILITY`, or
 * `AVOW_STORE` if the server cannot be reached.
 */
export async function openPostgresReader(
  url: string,
  schema: Schema,
  { clock = systemClock, as = 'guest' }: PostgresReaderOptions = {},
): Promise<WholeReader> {
  const session = await openDurable(url);
  let form: Form;
  try {
    form = await welcomes[as](session, schema);
    await fixState(session, schema);
  } catch (problem) {
    await session.end();
    throw asFault(problem);
  }
  const statements = makeStatements(schema);
  let closed = false;

  async function guarded<A>(work: () => Promise<A>): Promise<A> {
    if (closed) throw new VaultError('AVOW_CLOSED', 'the reader is closed');
    try {
      return await work();
    } catch (problem) {
      throw asFault(problem);
    }
  }

  return {
    form,
    moment: () =>
      guarded(async () => {
        const { rows } = await session.send({ text: REGISTER });
        return Number(rows[0]![0]);
      }),
    count: (table) =>
      guarded(async () => {
        const { rows } = await session.send({ text: count(table) }, [], 0);
        return Number(rows[0]![0]);
      }),
    read: (reads) =>
      guarded(async () => {
        const fixing = openingCommands([], clock.now());
        const commands = [...fixing, ...reads.map((read) => statements.read(read))];
        const sent = session.together(() =>
          commands.map(({ statement, values }) => session.send(statement, values)),
        );
        const [, ...answers] = await Promise.all(sent);
        return answers.map((answer, at) => statements.rows(reads[at]!.table, answer));
      }),

    scan: (scan) =>
      scanPages(scan, (after, limit) =>
        guarded(async () => {
          const { statement, values } = statements.page(scan.table, after, limit);
          return statements.rows(scan.table, await session.send(statement, values));
        }),
      ),

    async close() {
      if (closed) return;
      closed = true;
      await session.end();
    },
  };
}

async function fixState(session: Session, { tables }: Schema): Promise<void> {
  await session.send({ text: 'SET idle_in_transaction_session_timeout = 0' });
  await session.send({ text: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' });
  // Before the first read, which fixes the state: a table written anew in between would look empty.
  await session.send({ text: hold(tables) });
  await session.send({ text: 'SELECT count(*) FROM meta' });
}
