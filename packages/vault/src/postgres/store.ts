import { isFault, VaultError } from '../fault.ts';
import type { Row, Scan, ScrubbingStore, Unit } from '../port/store.ts';
import { scanPages } from '../table/scan.ts';
import { asFault, isPassing } from './fault.ts';
import type { Pool } from './pool.ts';
import type { Session } from './session.ts';
import { askSettled, settledIn } from './settled.ts';
import { answersTo, perform, readTogether, type Tools } from './transaction.ts';

/** How often something is begun again after it met with what passes. */
const ATTEMPTS = 4;
/** How often the numbers' lock is asked for, each time with little patience: for as long as any other lock. */
const LOOKS = 10;

interface StoreParts extends Tools {
  readonly pool: Pool;
  /** Units and reads under way or waiting; one more is refused with `AVOW_BUSY`. */
  readonly queue: number;
  scrub(): Promise<void>;
}

/**
 * The storage port on a pool of PostgreSQL connections; other processes may have the same database
 * open.
 */
export function createStore(parts: StoreParts): ScrubbingStore {
  const { pool, statements } = parts;
  /** How much has been taken up and is not over. */
  let underWay = 0;
  let onIdle: (() => void) | undefined;
  let closing: Promise<void> | undefined;

  async function takeUp<A>(work: () => Promise<A>): Promise<A> {
    if (closing !== undefined) throw new VaultError('AVOW_CLOSED', 'the store is closed');
    if (underWay >= parts.queue) {
      throw new VaultError('AVOW_BUSY', 'too many requests are waiting', { retryAfter: 1 });
    }
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      if (underWay === 0) onIdle?.();
    }
  }

  /** Begun again while what stops it passes, on another connection. */
  async function patiently<A>(work: (session: Session) => Promise<A>): Promise<A> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await pool.use(work);
      } catch (problem) {
        if (!isPassing(problem) || attempt === ATTEMPTS) throw asFault(problem);
        parts.observer.again();
      }
    }
  }

  async function runUnit<A>(unit: Unit<A>): Promise<A> {
    const outcome = await patiently((session) => perform(session, parts, unit));
    if (outcome.ok) return outcome.answer;
    throw outcome.problem;
  }

  async function page(table: string, after: Row | undefined, limit: number) {
    const { statement, values } = statements.page(table, after, limit);
    const [answer] = await patiently((session) => answersTo([session.send(statement, values)]));
    return statements.rows(table, answer!);
  }

  async function settled(name: string): Promise<number> {
    const table = statements.tableOf(name);
    const command = statements.last(table);
    for (let look = 1; ; look++) {
      try {
        const ask = (session: Session) => answersTo(askSettled(session, table, command));
        return settledIn(await patiently(ask));
      } catch (problem) {
        // Somebody held it for long; those who queued up behind us have had their turn meanwhile.
        if (!isFault(problem, 'AVOW_BUSY') || look === LOOKS) throw problem;
      }
    }
  }

  async function scrub(): Promise<void> {
    try {
      await parts.scrub();
    } catch (problem) {
      throw asFault(problem);
    }
  }

  async function close(): Promise<void> {
    if (underWay > 0) {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
      });
    }
    await pool.close();
  }

  return {
    run: (unit) => takeUp(() => runUnit(unit)),
    read: (reads) => takeUp(() => patiently((session) => readTogether(session, parts, reads))),
    settled: (table) => takeUp(() => settled(table)),
    scan: (scan: Scan): AsyncIterable<Row> =>
      scanPages(scan, (after, limit) => takeUp(() => page(scan.table, after, limit))),
    scrub: () => takeUp(scrub),
    async close() {
      closing ??= close();
      return closing;
    },
  };
}
