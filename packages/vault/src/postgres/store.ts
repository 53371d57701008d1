import { VaultError } from '../fault.ts';
import type { Row, Scan, ScrubbingStore, Unit } from '../port/store.ts';
import { scanPages } from '../table/scan.ts';
import { asFault, isPassing } from './fault.ts';
import type { Pool } from './pool.ts';
import type { Session } from './session.ts';
import { perform, readTogether, type Tools } from './transaction.ts';

/** How often a unit is begun again after it met with something that passes. */
const ATTEMPTS = 4;

export interface StoreParts extends Tools {
  readonly pool: Pool;
  /** Units taken up and not yet answered; one more is refused with `AVOW_BUSY`. */
  readonly queue: number;
  scrub(): Promise<void>;
}

/** The storage port on a pool of PostgreSQL connections; other processes may have the same database open. */
export function createStore(parts: StoreParts): ScrubbingStore {
  const { pool, statements } = parts;
  /** What has been taken up, until it is over. */
  const underWay = new Set<Promise<unknown>>();
  let units = 0;
  let closing: Promise<void> | undefined;

  function takeUp<A>(work: () => Promise<A>): Promise<A> {
    if (closing !== undefined) throw new VaultError('AVOW_CLOSED', 'the store is closed');
    const done = work();
    const over = done.catch(() => undefined).finally(() => underWay.delete(over));
    underWay.add(over);
    return done;
  }

  /** Begun again while what stops it passes; each time with fresh rows. */
  async function runUnit<A>(unit: Unit<A>): Promise<A> {
    for (let attempt = 1; ; attempt++) {
      try {
        const outcome = await pool.use((session) => perform(session, parts, unit));
        if (outcome.ok) return outcome.answer;
        return Promise.reject(outcome.problem);
      } catch (problem) {
        if (!isPassing(problem) || attempt === ATTEMPTS) throw asFault(problem);
      }
    }
  }

  async function runCounted<A>(unit: Unit<A>): Promise<A> {
    if (units >= parts.queue) {
      throw new VaultError('AVOW_BUSY', 'too many requests are waiting', { retryAfter: 1 });
    }
    units += 1;
    try {
      return await runUnit(unit);
    } finally {
      units -= 1;
    }
  }

  function using<A>(work: (session: Session) => Promise<A>): Promise<A> {
    return faulted(() => pool.use(work));
  }

  async function page(table: string, after: Row | undefined, limit: number) {
    const { statement, values } = statements.page(table, after, limit);
    const answer = await using((session) => session.send(statement, values));
    return statements.rows(table, answer);
  }

  async function close(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
    await pool.close();
  }

  return {
    run: async (unit) => takeUp(() => runCounted(unit)),
    read: async (reads) => takeUp(() => using((session) => readTogether(session, parts, reads))),
    scan: (scan: Scan): AsyncIterable<Row> =>
      scanPages(scan, async (after, limit) => takeUp(() => page(scan.table, after, limit))),
    scrub: async () => takeUp(() => faulted(parts.scrub)),
    async close() {
      closing ??= close();
      return closing;
    },
  };
}

async function faulted<A>(work: () => Promise<A>): Promise<A> {
  try {
    return await work();
  } catch (problem) {
    throw asFault(problem);
  }
}
