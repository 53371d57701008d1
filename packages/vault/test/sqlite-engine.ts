import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../src/conformance/index.ts';
import { systemClock } from '../src/port/clock.ts';
import type { Reader, Store } from '../src/port/store.ts';
import { type Driver, openDriver } from '../src/sqlite/driver.ts';
import { lockProcess } from '../src/sqlite/process-lock.ts';
import { openSqliteReader } from '../src/sqlite/reader.ts';
import { createStore } from '../src/sqlite/store.ts';

/** A change to a driver, for one test. */
export type Twist = (driver: Driver) => Driver;

/** The SQLite engine for the conformance suite, its driver twisted if the test says so. */
export async function makeSqliteEngine(twist: Twist = (driver) => driver): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'avow-conformance-'));
  const path = join(folder, 'store.sqlite');
  const opened: (Store | Reader)[] = [];
  const faults = armedFaults();
  return {
    async open(schema, { clock = systemClock, queue = 4_096 } = {}) {
      const release = lockProcess(path);
      try {
        const open = () => twist(faults.twist(openDriver(path)));
        const settings = { open, schema, clock, secureDelete: false, queue, batch: 512 };
        const store = createStore(settings, release);
        opened.push(store);
        return store;
      } catch (problem) {
        release();
        throw problem;
      }
    },
    async reader(schema) {
      const reader = openSqliteReader(path, schema);
      opened.push(reader);
      return reader;
    },
    failNextCommit: faults.arm,
    async discard() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Commits that report an error: with the transaction rolled back, or kept all the same. */
export function armedFaults(): {
  /** The next commit fails, or the one that comes when so many others have been made. */
  arm(how: 'not kept' | 'kept', others?: number): void;
  readonly twist: Twist;
} {
  let armed: 'not kept' | 'kept' | undefined;
  let before = 0;
  return {
    arm(how, others = 0) {
      armed = how;
      before = others;
    },
    twist: (driver) =>
      withCommit(driver, () => {
        if (armed !== undefined && before > 0) {
          before -= 1;
          driver.commit();
          return;
        }
        const how = armed;
        armed = undefined;
        if (how === 'not kept') driver.rollback();
        else driver.commit();
        if (how !== undefined) throw new Error('disk I/O error');
      }),
  };
}

/** The driver with another COMMIT. */
export function withCommit(driver: Driver, commit: () => void): Driver {
  return {
    prepare: driver.prepare,
    exec: driver.exec,
    begin: driver.begin,
    commit,
    rollback: driver.rollback,
    get inTransaction() {
      return driver.inTransaction;
    },
    copyTo: driver.copyTo,
    close: driver.close,
  };
}
