import { isFault, VaultError } from '../fault.ts';
import type { Row, Scan, ScrubbingStore, Unit } from '../port/store.ts';
import { type Connection, type ConnectionSettings, connect } from './connection.ts';
import { scanPages } from './scan.ts';
import { asFault, type Outcome, runTogether } from './transaction.ts';

/** A unit that waits, and where its outcome goes. */
interface Job {
  readonly unit: Unit<unknown>;
  settle(outcome: Outcome): void;
}

export interface QueueSettings {
  /** Units that may wait; one more is refused with `AVOW_BUSY`. */
  readonly queue: number;
  /** Units that share a transaction at most; bounds how long the process is held at a time. */
  readonly batch: number;
}

/**
 * The storage port on one SQLite connection. Whatever has been handed in while the last transaction was being
 * flushed shares the next one, so that the cost of a flush is divided among those who wait for it.
 * Locks need nothing here: units run one after another.
 */
export function createStore(
  settings: ConnectionSettings & QueueSettings,
  release: () => void,
): ScrubbingStore {
  let connection: Connection = connect(settings);
  const waiting: Job[] = [];
  let scheduled = false;
  let closed = false;

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    // After the requests that are being taken in right now, so that they share the transaction.
    setImmediate(() => {
      scheduled = false;
      drain();
      schedule();
    });
  }

  function drain(): void {
    const jobs = waiting.splice(0, settings.batch);
    const units = jobs.map((job) => job.unit);
    const outcomes = runOrRefuse(units);
    for (const [at, job] of jobs.entries()) job.settle(outcomes[at]!);
  }

  /** If a change fails, its unit must not hurt the others: they run again, each in a transaction of its own. */
  function runOrRefuse(units: readonly Unit<unknown>[]): readonly Outcome[] {
    try {
      return runTogether(connection, units);
    } catch (problem) {
      if (isFault(problem, 'AVOW_UNCERTAIN')) reopen();
      else if (units.length > 1 && isOneUnits(problem)) {
        return units.flatMap((unit) => runOrRefuse([unit]));
      }
      return units.map(() => ({ ok: false, problem }));
    }
  }

  /** After a failed flush what the connection holds in memory may not be what is on disk: read it anew. */
  function reopen(): void {
    try {
      connection.driver.close();
      connection = connect(settings);
    } catch {
      closed = true;
      release();
    }
  }

  function refuseIfClosed(): void {
    if (closed) throw new VaultError('AVOW_CLOSED', 'the store is closed');
  }

  return {
    run<A>(unit: Unit<A>): Promise<A> {
      return new Promise<A>((resolve, reject) => {
        refuseIfClosed();
        if (waiting.length >= settings.queue) {
          throw new VaultError('AVOW_BUSY', 'too many requests are waiting', { retryAfter: 1 });
        }
        const settle = (outcome: Outcome): void =>
          outcome.ok ? resolve(outcome.answer as A) : reject(outcome.problem);
        waiting.push({ unit, settle });
        schedule();
      });
    },

    async read(reads) {
      refuseIfClosed();
      const now = connection.time.now();
      // No await between the reads: they see one state.
      return guard(() => reads.map((read) => connection.statements.read(read, now)));
    },

    scan(scan: Scan): AsyncIterable<Row> {
      return scanPages(scan, async (after, limit) => {
        refuseIfClosed();
        return guard(() => connection.statements.page(scan.table, after, limit));
      });
    },

    async scrub() {
      refuseIfClosed();
      const { busy } = guard(
        () => connection.driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {},
      );
      if (busy !== 0) {
        throw new VaultError('AVOW_BUSY', 'a reader holds an older state of the store', {
          retryAfter: 1,
        });
      }
    },

    async close() {
      if (closed) return;
      closed = true;
      while (waiting.length > 0) drain();
      connection.driver.close();
      release();
    },
  };
}

/** Whether one of several units is to blame, and not the store as a whole. */
function isOneUnits(problem: unknown): boolean {
  return isFault(problem, 'AVOW_CONFLICT', 'AVOW_INVALID', 'AVOW_TOO_LARGE');
}

function guard<A>(work: () => A): A {
  try {
    return work();
  } catch (problem) {
    throw asFault(problem);
  }
}
