import { isFault, VaultError } from '../fault.ts';
import type { Unit } from '../port/store.ts';
import type { Connection } from './connection.ts';

/** What came of one unit: its answer, or what its decision threw. */
export type Outcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly problem: unknown };

/**
 * Runs units one after another in a single transaction with a single flush, and returns their
 * outcomes once that is durable. A decision that throws costs only its own unit, which wrote
 * nothing. Anything else that fails takes the whole transaction back and is thrown as a fault.
 */
export function runTogether(
  connection: Connection,
  units: readonly Unit<unknown>[],
): readonly Outcome[] {
  const { driver, statements, time } = connection;
  let outcomes: readonly Outcome[];
  try {
    driver.begin();
    statements.begin();
    outcomes = units.map((unit) => perform(connection, unit));
    time.reserve();
  } catch (problem) {
    takeBack(connection);
    throw asFault(problem);
  }
  commit(connection);
  return outcomes;
}

/**
 * Rolls back what is open. If even that fails, the store finds the transaction still open and
 * starts afresh.
 */
function takeBack({ driver, statements, time }: Connection): void {
  time.lost();
  statements.lost();
  try {
    // SQLite itself ends the transaction after some errors, such as a full disk.
    if (driver.inTransaction) driver.rollback();
  } catch {
    // The error that led here says more than this one.
  }
}

/** One unit: read, decide, change. */
function perform({ statements, time }: Connection, unit: Unit<unknown>): Outcome {
  const now = time.now();
  const rows = unit.reads.map((read) => statements.read(read, now));
  const verdict = attempt(() => unit.decide(rows, { now }));
  if (!verdict.ok) return verdict;
  for (const change of verdict.answer.changes) statements.apply(change);
  return { ok: true, answer: verdict.answer.answer };
}

function attempt<A>(decide: () => A) {
  try {
    return { ok: true, answer: decide() } as const;
  } catch (problem) {
    return { ok: false, problem } as const;
  }
}

/**
 * A COMMIT that fails and leaves the transaction open was not kept, and is rolled back. If the
 * transaction is gone, nobody can say: the log may have reached the disk although the flush
 * reported an error.
 */
function commit(connection: Connection): void {
  try {
    connection.driver.commit();
  } catch (cause) {
    const isGone = !connection.driver.inTransaction;
    takeBack(connection);
    if (isGone) {
      throw new VaultError('AVOW_UNCERTAIN', 'COMMIT failed and may have been kept', { cause });
    }
    throw new VaultError('AVOW_STORE', 'COMMIT failed; nothing was kept', { cause });
  }
}

// https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_TOOBIG = 18;
const SQLITE_CONSTRAINT = 19;

/** SQLite's own errors as faults. Their messages name tables and columns, never values. */
export function asFault(problem: unknown): VaultError {
  if (isFault(problem)) return problem;
  const code = (problem as { errcode?: number } | null)?.errcode ?? 0;
  // The low byte is the primary code; the rest says which constraint it was.
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      return new VaultError('AVOW_CONFLICT', 'the row is there already', { cause: problem });
    case SQLITE_BUSY:
      return new VaultError('AVOW_BUSY', 'the store is being migrated', { retryAfter: 1 });
    case SQLITE_TOOBIG:
      return new VaultError('AVOW_TOO_LARGE', 'more than a row may hold', { cause: problem });
    default:
      return new VaultError('AVOW_STORE', 'the store failed; nothing was kept', { cause: problem });
  }
}
