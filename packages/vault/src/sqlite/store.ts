import { isFault, VaultError } from '../fault.ts';
import type { StoreObserver } from '../port/observer.ts';
import type { Row, Scan, ScrubbingStore, Unit } from '../port/store.ts';
import { scanPages } from '../table/scan.ts';
import { type Connection, type ConnectionSettings, connect } from './connection.ts';
import { emptyLog } from './journal.ts';
import { asFault, type Outcome, runTogether } from './transaction.ts';

/** A unit that waits, and where its outcome goes. */
interface Job {
  readonly unit: Unit<unknown>;
  settle(outcome: Outcome): void;
}

interface QueueSettings {
  /** Units that may wait; one more is refused with `AVOW_BUSY`. */
  readonly queue: number;
  /** Units that share a transaction at most; bounds how long the process is held at a time. */
  readonly batch: number;
  readonly observer?: StoreObserver;
}

/**
 * The storage port on one SQLite connection. Whatever has been handed in while the last transaction
 * was being flushed shares the next one, so that the cost of a flush is divided among those who
 * wait for it. Locks need nothing here: units run one after another. `release` is called once, when
 * the file has been let go of.
 */
export function createStore(
  settings: ConnectionSettings & QueueSettings,
  release: () => void,
): ScrubbingStore {
  /** Undefined once the file has been let go of. */
  let connection: Connection | undefined = connect(settings);
  const waiting: Job[] = [];
  let isScheduled = false;
  let isClosing = false;

  function use(): Connection {
    if (connection === undefined) throw new VaultError('AVOW_CLOSED', 'the store is closed');
    return connection;
  }

  function schedule(): void {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    // After the requests that are being taken in right now, so that they share the transaction.
    setImmediate(() => {
      isScheduled = false;
      drain();
      schedule();
    });
  }

  function drain(): void {
    if (waiting.length === 0) return;
    const jobs = waiting.splice(0, settings.batch);
    settings.observer?.batch(jobs.length);
    const outcomes = runOrRefuse(jobs.map((job) => job.unit));
    for (const [at, job] of jobs.entries()) job.settle(outcomes[at]!);
  }

  function runOrRefuse(units: readonly Unit<unknown>[]): readonly Outcome[] {
    try {
      return runTogether(use(), units);
    } catch (problem) {
      if (isFault(problem, 'AVOW_UNCERTAIN') || connection?.driver.inTransaction) reopen();
      else if (units.length > 1 && isOneUnits(problem)) {
        // That unit must not hurt the others: they run again, each in a transaction of its own.
        return units.flatMap((unit) => runOrRefuse([unit]));
      }
      return units.map(() => ({ ok: false, problem }));
    }
  }

  /**
   * After a failed flush what the connection holds in memory may not be what is on disk: read it
   * anew, at once. Not later: by then somebody may have put something else there, and only a start looks
   * whether it is what was kept.
   */
  function reopen(): void {
    try {
      connection?.driver.close();
      connection = undefined;
      connection = connect(settings);
    } catch {
      // Whoever waits is told AVOW_CLOSED by the next drain.
      release();
      settings.observer?.lost();
    }
  }

  return {
    run<A>(unit: Unit<A>): Promise<A> {
      return new Promise<A>((resolve, reject) => {
        if (isClosing) throw new VaultError('AVOW_CLOSED', 'the store is closed');
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
      const { statements, time } = use();
      const now = time.now();
      // No await between the reads: they see one state.
      return guard(() => {
        statements.begin();
        return reads.map((read) => statements.read(read, now));
      });
    },

    async settled(table) {
      // Units come one after another, and each takes the next numbers.
      return guard(() => use().statements.lastNumber(table));
    },

    scan(scan: Scan): AsyncIterable<Row> {
      return scanPages(scan, async (after, limit) =>
        guard(() => use().statements.page(scan.table, after, limit)),
      );
    },

    async scrub() {
      if (!guard(() => emptyLog(use().driver))) {
        throw new VaultError('AVOW_BUSY', 'a reader holds an older state of the store', {
          retryAfter: 1,
        });
      }
    },

    async close() {
      if (isClosing) return;
      isClosing = true;
      while (waiting.length > 0) drain();
      if (connection === undefined) return;
      connection.driver.close();
      connection = undefined;
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
