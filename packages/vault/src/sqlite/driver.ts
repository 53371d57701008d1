import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';

/**
 * The few calls that the engine makes to SQLite. A seam, so that tests can make a COMMIT fail
 * before or after it is kept; it is no port, and nothing outside this folder depends on it.
 */
export interface Driver {
  prepare(sql: string): StatementSync;
  exec(sql: string): void;
  begin(): void;
  commit(): void;
  rollback(): void;
  /** Whether a transaction is open; false after SQLite has ended one by itself. */
  readonly inTransaction: boolean;
  /** Copies every page into the empty file at `path`; between two steps `report` is told how far. */
  copyTo(path: string, report: (done: number, total: number) => void): Promise<void>;
  close(): void;
}

/** Pages copied in one step, a megabyte: progress is told in such steps, and memory bounded by them. */
const STEP = 256;

interface DriverOptions {
  readonly readOnly?: boolean;
  /** How long to wait, and hold the process up, while another writes; in ms. Default: not at all. */
  readonly patience?: number;
}

/** Opens the database file, made if absent unless `readOnly`. Throws SQLite's own errors. */
export function openDriver(path: string, options: DriverOptions = {}): Driver {
  const { readOnly = false, patience = 0 } = options;
  const database = new DatabaseSync(path, { readOnly, timeout: patience });
  const begin = database.prepare(options.readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  return {
    prepare: (sql) => database.prepare(sql),
    exec: (sql) => database.exec(sql),
    begin: () => void begin.run(),
    commit: () => void commit.run(),
    rollback: () => void rollback.run(),
    get inTransaction() {
      return database.isTransaction;
    },
    async copyTo(path, report) {
      const progress = (at: { totalPages: number; remainingPages: number }) =>
        report(at.totalPages - at.remainingPages, at.totalPages);
      await backup(database, path, { rate: STEP, progress });
    },
    close: () => database.close(),
  };
}
