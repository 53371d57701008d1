import {
  type Clock,
  isFault,
  type MigratedStore,
  type MigrateOptions,
  migrateStore,
  openStore,
  type Store,
} from '@avow/vault';
import { keySchema } from './tables.ts';

/** Where the store lies in a PostgreSQL database: a schema of its own, beside the data's tables. */
const NAMESPACE = 'avow_server';
/** Requests share their reads, so few are needed. */
const CONNECTIONS = 2;

/** Opens the store of what opens `/v1`, or makes it. */
export function openKeyStore(place: string, clock: Clock): Promise<Store> {
  return openStore(place, keySchema, { clock, namespace: NAMESPACE, connections: CONNECTIONS });
}

/**
 * Brings that store to the form that this program makes; see `migrateStores` of the vault. Undefined if
 * there is none yet: the first server to start makes it.
 */
export async function migrateKeys(
  place: string,
  options: Pick<MigrateOptions, 'check' | 'progress'> = {},
): Promise<MigratedStore | undefined> {
  try {
    return await migrateStore('server', place, keySchema, { ...options, namespace: NAMESPACE });
  } catch (problem) {
    // A database without our part of it. One with something else there a server would refuse.
    if (isFault(problem, 'AVOW_SCHEMA')) return undefined;
    throw problem;
  }
}
