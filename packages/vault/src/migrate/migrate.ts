import type { Half } from '../backup/manifest.ts';
import { isPostgres } from '../connection-string.ts';
import { keySchema } from '../keys/tables.ts';
import type { Schema, Step } from '../port/schema.ts';
import { openPostgresMigrator } from '../postgres/migrator.ts';
import { openSqliteMigrator } from '../sqlite/migrator.ts';
import { dataSchema } from '../tables.ts';
import type { Migrator } from './migrator.ts';
import { migrationsFrom } from './plan.ts';

/** Which store: a half of the vault, or a server's own, of what opens it. */
type StoreName = Half | 'server';

/** A migration as it is told of. */
export interface Told {
  readonly store: StoreName;
  readonly to: number;
  readonly brings: string;
  readonly kind: 'expand' | 'contract';
}

/** What a store was, and what it is, or would be. */
export interface MigratedStore {
  readonly store: StoreName;
  readonly from: number;
  readonly to: number;
  readonly migrations: readonly Told[];
}

/** Which stores are changed, and who is told. */
export interface MigrateOptions {
  /** Where the stores are: files, or connection strings. Both must be there. */
  readonly data: string;
  readonly keys: string;
  /** Do nothing; tell what would be done. */
  readonly check?: boolean;
  /** Told of each step before it begins; some take as long as their table is large. */
  readonly progress?: (told: Told, step: Step) => void;
}

/**
 * Brings both stores to the form that this program makes, one migration after another, each in one
 * transaction. Safe to be cut off at any point, to be run again, and to be run by two at once.
 * Servers may be at work meanwhile, unless a migration contracts: then `AVOW_LOCKED` says so, and
 * what came before it stays done. Rejects with `AVOW_SCHEMA` if one is no store of ours, `AVOW_BUSY`,
 * `AVOW_STORE`.
 */
export async function migrateStores(options: MigrateOptions): Promise<readonly MigratedStore[]> {
  return [
    await migrateStore('data', options.data, dataSchema, options),
    await migrateStore('keys', options.keys, keySchema, options),
  ];
}

/** One store; see {@link migrateStores}. */
export async function migrateStore(
  store: StoreName,
  place: string,
  schema: Schema,
  {
    check = false,
    progress,
    namespace,
  }: Pick<MigrateOptions, 'check' | 'progress'> & {
    /** The PostgreSQL schema of a store that shares its database with another. */
    readonly namespace?: string;
  },
): Promise<MigratedStore> {
  const migrator = await openMigrator(place, schema, namespace);
  try {
    const before = await migrator.form();
    const migrations = migrationsFrom(before, schema);
    const all = migrations.map(({ to, brings, kind }) => ({ store, to, brings, kind }));
    for (const [at, migration] of check ? [] : migrations.entries()) {
      await migrator.carryOut(migration, (step) => progress?.(all[at]!, step));
    }
    const to = Math.max(before.version, schema.version);
    return { store, from: before.version, to, migrations: all };
  } finally {
    await migrator.close();
  }
}

function openMigrator(place: string, schema: Schema, namespace?: string): Promise<Migrator> {
  return isPostgres(place)
    ? openPostgresMigrator(place, schema, namespace)
    : openSqliteMigrator(place);
}
