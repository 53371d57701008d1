import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isPostgres } from '../connection-string.ts';
import { flushFile, flushFolder } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { isInside } from '../inside.ts';
import { latestCheckpoint } from '../log/checkpoint.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import { openSqliteReader, type SqliteReader } from '../sqlite/reader.ts';
import { digestOf } from './digest.ts';
import { type Copied, type Half, type Manifest, schemas, writeManifest } from './manifest.ts';

export interface BackupOptions {
  /** The data store's file. */
  readonly data: string;
  /** The key store's file. */
  readonly keys: string;
  /** A folder that is not there yet. It gets two, `data` and `keys`, to be kept apart. */
  readonly to: string;
  readonly clock?: Clock;
  /** Told how far a store has been copied, in pages. */
  readonly progress?: (half: Half, done: number, total: number) => void;
}

/**
 * Copies both stores, also beside the process that has them open, and each in one state. The data
 * goes first: a key is made before what it seals and destroyed after, so every record in the copy
 * has its key in the copy of the keys, unless its person was erased in between; these are on the
 * list of tombstones by then. While the keys are copied erasures are answered `AVOW_BUSY`.
 *
 * Needs no passphrase: everything stays sealed. The folder gets its name when all of it is on stable
 * storage; until then it is `<to>.partial`, which the next backup of that name removes. Rejects with
 * `AVOW_BACKUP` if the folder is there, lies within a store's, or the stores are no SQLite files;
 * with `AVOW_STORE` or `AVOW_SCHEMA` if one cannot be read.
 */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const to = resolve(options.to);
  refuseUnlessFit(options, to);
  const draft = `${to}.partial`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 });
  await mkdir(join(draft, 'keys'), { mode: 0o700 });
  const manifest = await copyStores(options, draft);
  for (const half of ['data', 'keys'] as const) await writeManifest(join(draft, half), manifest);
  await flushFolder(draft);
  await rename(draft, to);
  await flushFolder(dirname(to));
  return manifest;
}

async function copyStores(options: BackupOptions, draft: string): Promise<Manifest> {
  const { clock = systemClock } = options;
  const [data, log] = await copyStore('data', options, draft, logOf);
  const taken = new Date(clock.now()).toISOString();
  const [keys] = await copyStore('keys', options, draft, async () => undefined);
  return { format: 'avow/backup', version: 1, taken, log, data, keys };
}

/** Copies one store, and reads something else of the same state. */
async function copyStore<A>(
  half: Half,
  options: BackupOptions,
  draft: string,
  look: (store: SqliteReader) => Promise<A>,
): Promise<[Copied, A]> {
  const { name, version } = schemas[half];
  const file = basename(options[half]);
  const path = join(draft, half, file);
  const store = openSqliteReader(options[half], schemas[half]);
  let seen: A;
  try {
    seen = await look(store);
    await store.copyTo(path, (done, total) => options.progress?.(half, done, total));
  } finally {
    await store.close();
  }
  await flushFile(path);
  return [{ file, ...(await digestOf(path)), schema: { name, version } }, seen];
}

async function logOf(store: SqliteReader): Promise<Manifest['log']> {
  const latest = await latestCheckpoint(store);
  if (latest === undefined) throw new VaultError('AVOW_BACKUP', 'there is no log to back up yet');
  return { size: latest.size, checkpoint: latest.note };
}

function refuseUnlessFit({ data, keys }: BackupOptions, to: string): void {
  if (isPostgres(data) || isPostgres(keys)) {
    throw new VaultError(
      'AVOW_BACKUP',
      'only SQLite stores are backed up; for PostgreSQL use its own tools',
    );
  }
  if (existsSync(to)) {
    throw new VaultError(
      'AVOW_BACKUP',
      `${to} is there already; each backup gets a folder of its own`,
    );
  }
  if ([data, keys].some((store) => isInside(dirname(store), to))) {
    throw new VaultError(
      'AVOW_BACKUP',
      `${to} lies in a store's own folder, and would be lost with it`,
    );
  }
}
