import type { Clock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import type { Driver } from './driver.ts';
import { settleLog } from './journal.ts';
import { type CachedStatements, cacheRows } from './row-cache.ts';
import { ensureSchema, setDurable, sizePages } from './setup.ts';
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
 * with the file closed again. All that is read from then on is on the disk, whatever flush failed before.
 */
export function connect(settings: ConnectionSettings): Connection {
  const driver = settings.open();
  try {
    sizePages(driver);
    setDurable(driver, settings);
    ensureSchema(driver, settings.schema);
    settleLog(driver);
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
