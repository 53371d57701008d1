import { existsSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPostgres } from './connection-string.ts';
import type { WholeReader } from './copy/whole.ts';
import { VaultError } from './fault.ts';
import { isInside, placeOf } from './inside.ts';
import type { Clock } from './port/clock.ts';
import type { StoreObserver } from './port/observer.ts';
import type { Schema } from './port/schema.ts';
import type { ScrubbingStore } from './port/store.ts';
import { openPostgres } from './postgres/open.ts';
import { openPostgresReader } from './postgres/reader.ts';
import { openSqlite } from './sqlite/open.ts';
import { lockProcess } from './sqlite/process-lock.ts';
import { openSqliteReader } from './sqlite/reader.ts';

/** What both engines take. */
export interface StoreSettings {
  readonly clock: Clock;
  readonly secureDelete?: boolean;
  /** What may wait or be under way before more is refused with `AVOW_BUSY`. Default 4,096. */
  readonly queue?: number;
  readonly observer?: StoreObserver;
}

/** What only PostgreSQL has. */
export interface StoreOptions extends StoreSettings {
  /** Connections of this process at most. */
  readonly connections?: number;
  /** The PostgreSQL schema for a store that shares its database with another. */
  readonly namespace?: string;
}

/** Opens (or makes) the store at a place, on the engine that the place names. */
export async function openStore(
  place: string,
  schema: Schema,
  options: StoreOptions,
): Promise<ScrubbingStore> {
  return isPostgres(place)
    ? openPostgres(place, schema, options)
    : openSqlite(place, schema, options);
}

/** Opens the store at a place for reading, in one state throughout. */
export async function openReader(place: string, schema: Schema): Promise<WholeReader> {
  return isPostgres(place) ? openPostgresReader(place, schema) : openSqliteReader(place, schema);
}

/** {@link openStore}, if no program has it open; none can until it is closed. `AVOW_LOCKED`. */
export async function openStoreAlone(
  place: string,
  schema: Schema,
  options: StoreSettings,
): Promise<ScrubbingStore> {
  if (isPostgres(place)) return openPostgres(place, schema, { ...options, isAlone: true });
  if (!existsSync(place)) throw new VaultError('AVOW_STORE', `there is no store at ${place}`);
  return openSqlite(place, schema, options);
}

/** {@link openReader}, if no process has the store open; none can until it is closed. `AVOW_LOCKED`. */
export async function openReaderAlone(place: string, schema: Schema): Promise<WholeReader> {
  if (isPostgres(place)) return openPostgresReader(place, schema, { as: 'alone' });
  if (!existsSync(place)) throw new VaultError('AVOW_STORE', `there is no store at ${place}`);
  const release = lockProcess(realpathSync(place));
  try {
    const reader = openSqliteReader(place, schema);
    return {
      ...reader,
      async close() {
        await reader.close();
        release();
      },
    };
  } catch (problem) {
    release();
    throw problem;
  }
}

/**
 * Rejects with `AVOW_KEYRING` if whoever copies the data's place would get the keys along with it.
 */
export async function refuseUnlessApart(data: string, keys: string): Promise<void> {
  if (isPostgres(data) !== isPostgres(keys)) return;
  if (isPostgres(data)) {
    if (!isSameDatabase(data, keys)) return;
    throw new VaultError('AVOW_KEYRING', 'the key store must have a database of its own');
  }
  // Where the links lead, for that is what gets copied.
  if (!isInside(dirname(await placeOf(data)), await placeOf(keys))) return;
  throw new VaultError('AVOW_KEYRING', "the key store's file must lie outside the data's folder");
}

/** Whether two connection strings lead to one database, as far as they tell. */
export function isSameDatabase(one: string, other: string): boolean {
  return databaseOf(one) === databaseOf(other);
}

/** Server and database of a connection string; who connects, and how, does not matter. */
function databaseOf(place: string): string {
  // Not `new URL`, whose error would hold the password.
  const url = URL.parse(place);
  if (url === null) throw new VaultError('AVOW_STORE', 'a connection string is no URL');
  const { hostname, port, pathname, searchParams } = url;
  return JSON.stringify([searchParams.get('host') ?? hostname, port || '5432', pathname]);
}
