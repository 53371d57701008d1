import { VaultError } from '../fault.ts';
import type { Clock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import type { Driver } from './driver.ts';
import { type CachedStatements, cacheRows } from './row-cache.ts';
import { emptyLog, ensureSchema, flushAnew, setDurable, sizePages } from './setup.ts';
import { prepareStatements } from './statements.ts';
import { keepTime, type Timekeeper } from './timekeeper.ts';

/** An open database, checked, with its statements and its time. */
export interface Connection {
  readonly driver: Driver;
  readonly statements: CachedStatements;
  readonly time: Timekeeper;
}

export interface ConnectionSettings {
  readonly open: () => Driver;
  readonly schema: Schema;
  readonly clock: Clock;
  readonly secureDelete: boolean;
}

/**
 * Opens, sets durable and checks; throws `AVOW_DURABILITY`, `AVOW_SCHEMA` or SQLite's own error,
 * with the file closed again.
 */
export function connect(settings: ConnectionSettings): Connection {
  const driver = settings.open();
  try {
    sizePages(driver);
    setDurable(driver, settings);
    ensureSchema(driver, settings.schema);
    // What a process that was killed left there; whoever reads it (a backup) need not be waited for.
    if (!emptyLog(driver)) flushAnew(driver);
    const statements = prepareStatements(driver, settings.schema);
    return {
      driver,
      statements: cacheRows(statements, driver, settings.schema),
      time: keepTime(driver, settings.clock),
    };
  } catch (problem) {
    driver.close();
    throw problem;
  }
}

/**
 * As {@link connect}, after a flush that failed. What can be read then need not be on the disk: Linux takes for
 * written what it could not write, and shows it until it needs the memory (fsync(2), "EIO"). So all that the log
 * holds must have been written once more, into the database, before anything stands on it; else `AVOW_BUSY`.
 */
export function connectAnew(settings: ConnectionSettings): Connection {
  const connection = connect(settings);
  try {
    if (emptyLog(connection.driver)) return connection;
    throw new VaultError('AVOW_BUSY', 'a reader holds an older state of the store');
  } catch (problem) {
    connection.driver.close();
    throw problem;
  }
}
