import { rmSync } from 'node:fs';
import type { Filler } from '../copy/filler.ts';
import { flushFile } from '../durable-file.ts';
import type { Schema } from '../port/schema.ts';
import { makePrivateFile } from '../private-file.ts';
import { openDriver } from './driver.ts';
import { createSchema, noteFilled, noteFilling, noteMoment, sizePages } from './setup.ts';
import { prepareStatements } from './statements.ts';
import { asFault } from './transaction.ts';

/**
 * Makes a store of this schema at `path`, to be filled; what is there is removed. Only this process
 * may know of the path: it is a draft's. Throws `AVOW_STORE`.
 */
export function openSqliteFiller(path: string, schema: Schema): Filler {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
  makePrivateFile(path);
  const driver = openDriver(path);
  sizePages(driver);
  // A crash costs the draft, which is made anew: nothing needs to be durable before it is complete.
  driver.exec('PRAGMA synchronous = OFF');
  // What is dropped or moved must not be left in free pages of a key store.
  driver.exec('PRAGMA secure_delete = ON');
  createSchema(driver, schema);
  noteFilling(driver);
  const statements = prepareStatements(driver, schema);
  let isOpen = true;

  function inTransaction(work: () => void): void {
    try {
      driver.begin();
      work();
      driver.commit();
    } catch (problem) {
      if (driver.inTransaction) driver.rollback();
      throw asFault(problem);
    }
  }

  function close(): void {
    if (isOpen) driver.close();
    isOpen = false;
  }

  return {
    async put(table, rows) {
      inTransaction(() => {
        for (const after of rows) statements.apply({ table, after });
      });
    },
    async goOn(moment) {
      // Numbers go on by themselves: the next is one more than the highest.
      inTransaction(() => noteMoment(driver, moment));
    },
    async complete() {
      inTransaction(() => noteFilled(driver));
      close();
      await flushFile(path);
    },
    close: async () => close(),
  };
}
