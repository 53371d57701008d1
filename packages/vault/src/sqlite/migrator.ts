import { existsSync, realpathSync } from 'node:fs';
import { VaultError } from '../fault.ts';
import { type Form, formIn, worksFromAfter } from '../migrate/form.ts';
import type { Migrator } from '../migrate/migrator.ts';
import type { Migration, Step } from '../port/schema.ts';
import { type Driver, openDriver } from './driver.ts';
import { lockProcess } from './process-lock.ts';
import { noteForm, readMeta, setDurable } from './setup.ts';
import { takeStep } from './sql.ts';
import { asFault } from './transaction.ts';

/** How long another migration, or a server's write, is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Opens the SQLite file at `path` to have its form changed, beside the process that has it open. */
export async function openSqliteMigrator(path: string): Promise<Migrator> {
  if (!existsSync(path)) throw new VaultError('AVOW_STORE', `there is no store at ${path}`);
  const driver = connect(path);

  function form(): Form {
    const found = formIn((name) => readMeta(driver, name));
    if (found === undefined) {
      throw new VaultError('AVOW_SCHEMA', 'the file holds no schema of ours');
    }
    return found;
  }

  function carryOut(migration: Migration, tell: (step: Step) => void): void {
    driver.begin();
    try {
      const { version, worksFrom } = form();
      if (version < migration.to) {
        for (const step of migration.steps) {
          tell(step);
          for (const sql of takeStep(step)) driver.exec(sql);
        }
        noteForm(driver, migration.to, worksFromAfter(worksFrom, migration));
      }
      driver.commit();
    } catch (problem) {
      if (driver.inTransaction) driver.rollback();
      throw problem;
    }
  }

  return {
    form: async () => guarded(form),
    async carryOut(migration, tell) {
      // Which form a process is of that has the file open, nobody can tell.
      const release = migration.kind === 'contract' ? lockProcess(realpathSync(path)) : undefined;
      try {
        guarded(() => carryOut(migration, tell));
      } finally {
        release?.();
      }
    },
    close: async () => driver.close(),
  };
}

function connect(path: string): Driver {
  return guarded(() => {
    const driver = openDriver(path, { patience: PATIENCE_MS });
    try {
      // What is dropped from the key store must not be left in free pages, so: everywhere.
      setDurable(driver, { secureDelete: true });
      return driver;
    } catch (problem) {
      driver.close();
      throw problem;
    }
  });
}

function guarded<A>(work: () => A): A {
  try {
    return work();
  } catch (problem) {
    throw asFault(problem);
  }
}
