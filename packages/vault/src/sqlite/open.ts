import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import type { ScrubbingStore } from '../port/store.ts';
import { openDriver } from './driver.ts';
import { lockProcess } from './process-lock.ts';
import { createStore } from './store.ts';
import { asFault } from './transaction.ts';

export interface SqliteOptions {
  readonly clock?: Clock;
  /** Overwrite what is deleted. For the key store. */
  readonly secureDelete?: boolean;
  /** Units that may wait before more are refused with `AVOW_BUSY`. Default 4,096. */
  readonly queue?: number;
}

/**
 * Opens (or makes) the SQLite file at `path` as a store of this schema, for this process alone.
 * Throws `AVOW_LOCKED`, `AVOW_SCHEMA`, `AVOW_DURABILITY`, `AVOW_STORE`.
 */
export function openSqlite(
  path: string,
  schema: Schema,
  options: SqliteOptions = {},
): ScrubbingStore {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const release = lockProcess(path);
  try {
    const open = () => openDriver(path);
    const { clock = systemClock, secureDelete = false, queue = 4_096 } = options;
    return createStore({ open, schema, clock, secureDelete, queue, batch: 512 }, release);
  } catch (problem) {
    release();
    throw asFault(problem);
  }
}
