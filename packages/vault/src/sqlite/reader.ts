import type { WholeReader } from '../copy/whole.ts';
import { VaultError } from '../fault.ts';
import type { Form } from '../migrate/form.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import { makePrivateFile } from '../private-file.ts';
import { scanPages } from '../table/scan.ts';
import { openDriver } from './driver.ts';
import { checkSchema, readMeta } from './setup.ts';
import { count } from './sql.ts';
import { prepareStatements } from './statements.ts';
import { asFault } from './transaction.ts';

/** A reader of one state, which can also copy that state as a file. */
interface SqliteReader extends WholeReader {
  /**
   * Copies the whole store into a new file that its owner alone may read; `report` is told of pages
   * done and pages in all. Whatever is written meanwhile is not in it. `AVOW_STORE` if it fails.
   */
  copyTo(path: string, report: (done: number, total: number) => void): Promise<void>;
}

/**
 * Opens a store for reading only, beside the process that writes to it. Everything it returns is of
 * the one state that the store had when it was opened, so an audit sees rows and entries that
 * belong together; until it is closed the writer's log cannot be cut short. Throws `AVOW_SCHEMA`,
 * or `AVOW_STORE` if the file cannot be opened.
 */
export function openSqliteReader(
  path: string,
  schema: Schema,
  clock: Clock = systemClock,
): SqliteReader {
  const driver = openReadOnly(path);
  let form: Form;
  try {
    driver.begin();
    form = checkSchema(driver, schema); // The first read fixes the state that all others see.
  } catch (problem) {
    driver.close();
    throw asFault(problem);
  }
  const statements = prepareStatements(driver, schema);
  let closed = false;

  function open(): typeof statements {
    if (closed) throw new VaultError('AVOW_CLOSED', 'the reader is closed');
    return statements;
  }

  return {
    form,
    async moment() {
      open();
      return Number(readMeta(driver, 'moment'));
    },
    async count(table) {
      open();
      return Number(driver.prepare(count(table)).get()?.['rows']);
    },
    read: async (reads) => reads.map((read) => open().read(read, clock.now())),
    scan: (scan) => scanPages(scan, async (after, limit) => open().page(scan.table, after, limit)),
    async copyTo(path, report) {
      open();
      try {
        makePrivateFile(path);
        // The transaction that is open holds the state still: the copy needs no second attempt,
        // however much is written meanwhile.
        await driver.copyTo(path, report);
      } catch (problem) {
        throw asFault(problem);
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      driver.close();
    },
  };
}

function openReadOnly(path: string) {
  try {
    return openDriver(path, { readOnly: true });
  } catch (problem) {
    throw asFault(problem);
  }
}
