import { realpathSync, statSync } from 'node:fs';
import { isPostgres } from '../connection-string.ts';
import { isFault, VaultError } from '../fault.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { StoreObserver } from '../port/observer.ts';
import type { Schema } from '../port/schema.ts';
import type { ScrubbingStore } from '../port/store.ts';
import { makePrivateFile } from '../private-file.ts';
import { type Driver, openDriver } from './driver.ts';
import { lockProcess } from './process-lock.ts';
import { createStore } from './store.ts';
import { asFault } from './transaction.ts';

/** How a store on SQLite is opened. */
export interface SqliteOptions {
  readonly clock?: Clock;
  /** Overwrite what is deleted. For the key store. */
  readonly secureDelete?: boolean;
  /** Units that may wait before more are refused with `AVOW_BUSY`. Default 4,096. */
  readonly queue?: number;
  readonly observer?: StoreObserver;
}

/**
 * Opens (or makes) the SQLite file at `path` as a store of this schema, for this process alone. What
 * it makes is for the owner's eyes only.
 * Throws `AVOW_LOCKED`, `AVOW_SCHEMA`, `AVOW_DURABILITY`, `AVOW_STORE`.
 */
export function openSqlite(
  path: string,
  schema: Schema,
  options: SqliteOptions = {},
): ScrubbingStore {
  const release = reserve(path);
  try {
    const open = openerOf(path);
    const { clock = systemClock, secureDelete = false, queue = 4_096, observer } = options;
    const settings = { open, schema, clock, secureDelete, queue, batch: 512 };
    return createStore(observer ? { ...settings, observer } : settings, release);
  } catch (problem) {
    release();
    throw asFault(problem);
  }
}

/**
 * Opens the file that is at `path` now, as often as it is called. Another one that is in its place by then is no
 * store to go on with, nor is a new one that SQLite would make where there is none: `AVOW_STORE`.
 */
export function openerOf(path: string): () => Driver {
  const own = identityOf(path);
  return () => {
    if (identityOf(path) === own) return openDriver(path);
    throw new VaultError(
      'AVOW_STORE',
      'the file of the store was taken away; put it back, and start again',
    );
  };
}

/** Device, inode and birth (a number may be given to the next file); undefined where there is none. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino} ${found.birthtimeNs}`;
}

/** Makes sure of the file, and that this process alone writes to it. */
function reserve(path: string): () => void {
  if (isPostgres(path)) {
    // It would name a file by what opens a database, its password among it.
    throw new VaultError('AVOW_STORE', 'a SQLite store is a file; this is a connection string');
  }
  try {
    makePrivateFile(path);
    // By its real name: the same file must not be locked twice under two.
    return lockProcess(realpathSync(path));
  } catch (problem) {
    if (isFault(problem)) throw problem;
    throw new VaultError('AVOW_STORE', `${path} cannot be written to`, { cause: problem });
  }
}
