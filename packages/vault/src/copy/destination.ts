import { existsSync } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isPostgres } from '../connection-string.ts';
import { flushFolder } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import type { Reader } from '../port/store.ts';
import { openPostgresFiller } from '../postgres/filler.ts';
import { openPostgresReader } from '../postgres/reader.ts';
import { openSqliteFiller } from '../sqlite/filler.ts';
import { lockProcess } from '../sqlite/process-lock.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import { copyRows } from './copy-rows.ts';
import type { WholeReader } from './whole.ts';

/** An empty place that a store goes to. No server can take it for one before it is published. */
export interface Destination {
  fill(from: WholeReader, report?: (done: number, total: number) => void): Promise<void>;
  /** Reads what has been filled in. */
  open(): Promise<Reader>;
  publish(): Promise<void>;
  /** Lets go; what was not published is removed, now or by whoever comes next. */
  clear(): Promise<void>;
}

/**
 * Takes hold of an empty place. `AVOW_BACKUP` if something is there, `AVOW_LOCKED` if somebody else
 * has it, `AVOW_DURABILITY` if a database is not fit for the store.
 */
export async function openDestination(
  place: string,
  schema: Schema,
  options: { readonly secureDelete: boolean },
): Promise<Destination> {
  return isPostgres(place) ? inDatabase(place, schema, options) : inFile(place, schema);
}

async function inDatabase(
  place: string,
  schema: Schema,
  options: { readonly secureDelete: boolean },
): Promise<Destination> {
  const filler = await openPostgresFiller(place, schema, options);
  return {
    fill: (from, report) => copyRows(from, filler, schema, report),
    open: () => openPostgresReader(place, schema, { as: 'filler' }),
    publish: () => filler.complete(),
    clear: () => filler.close(),
  };
}

function inFile(place: string, schema: Schema): Destination {
  refuseUnlessEmpty(place);
  const release = lockProcess(place);
  const folder = join(dirname(place), '.moving');
  const draft = join(folder, 'store.db');
  return {
    async fill(from, report) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const filler = openSqliteFiller(draft, schema);
      try {
        await copyRows(from, filler, schema, report);
        await filler.complete();
      } finally {
        await filler.close();
      }
    },
    open: async () => openSqliteReader(draft, schema),
    publish: () => giveName(draft, place),
    async clear() {
      await rm(folder, { recursive: true, force: true });
      release();
    },
  };
}

/** Gives a draft, which is on stable storage, its name. Never in the place of something else. */
export async function giveName(draft: string, place: string): Promise<void> {
  await link(draft, place);
  await flushFolder(dirname(place));
}

/** `AVOW_BACKUP` if there is a store at the place of a file, or what is left of one. */
export function refuseUnlessEmpty(place: string): void {
  const found = ['', '-wal', '-journal'].map((end) => place + end).find(existsSync);
  if (found === undefined) return;
  throw new VaultError('AVOW_BACKUP', `${found} is there already; nothing is replaced`);
}
