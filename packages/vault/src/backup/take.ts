import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isPostgres } from '../connection-string.ts';
import { copyRows } from '../copy/copy-rows.ts';
import { flushFile, flushFolder } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { isInside } from '../inside.ts';
import { latestCheckpoint } from '../log/checkpoint.ts';
import { sizeOf, WHAT_TO_DO } from '../log/start.ts';
import { openReader } from '../place.ts';
import type { Anchor } from '../port/anchor.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Schema } from '../port/schema.ts';
import type { Reader } from '../port/store.ts';
import { openSqliteFiller } from '../sqlite/filler.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import { digestOf } from './digest.ts';
import { type Copied, type Half, type Manifest, schemas, writeManifest } from './manifest.ts';
import { rekeyedSince } from './rekeyed-since.ts';

/** Of which stores, to where. */
export interface BackupOptions {
  /** Where the stores are: files, or connection strings. The copies are files in either case. */
  readonly data: string;
  readonly keys: string;
  /** A folder that is not there yet. It gets two, `data` and `keys`, to be kept apart. */
  readonly to: string;
  /** The last checkpoint, kept outside: a log that falls short of it is no backup. Absent: it is not looked at. */
  readonly anchor?: Anchor;
  readonly clock?: Clock;
  /** Told how far a store has been copied: in pages of a file, or rows of a database. */
  readonly progress?: (half: Half, done: number, total: number) => void;
}

/**
 * Copies both stores, also beside the process that has them open, and each in one state. The data
 * goes first: a key is made before what it seals and destroyed after, so every record in the copy
 * has its key in the copy of the keys, unless its person was erased in between; these are on the
 * list of tombstones by then. Or they got new keys in between: then the copies do not fit, and it is
 * refused. While the keys are copied erasures are answered `AVOW_BUSY`.
 *
 * Needs no passphrase: everything stays sealed. The folder gets its name when all of it is on stable
 * storage; until then it is `<to>.partial`, which the next backup of that name removes. Rejects with
 * `AVOW_BACKUP` if the folder is there or lies within a store's, or somebody's keys were replaced; with
 * `AVOW_ROLLED_BACK` if the log is not the one that was anchored, `AVOW_ANCHOR` if none of its checkpoints is there; with
 * `AVOW_STORE` or `AVOW_SCHEMA` if one cannot be read.
 */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const to = resolve(options.to);
  refuseUnlessFit(options, to);
  const draft = `${to}.partial`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 });
  await mkdir(join(draft, 'keys'), { mode: 0o700 });
  const manifest = await copyStores(options, draft).catch(async (problem) => {
    // Nothing says of a copy of keys that is no backup how long it may be kept.
    await rm(draft, { recursive: true, force: true });
    throw problem;
  });
  for (const half of ['data', 'keys'] as const) await writeManifest(join(draft, half), manifest);
  await flushFolder(draft);
  await rename(draft, to);
  await flushFolder(dirname(to));
  return manifest;
}

async function copyStores(options: BackupOptions, draft: string): Promise<Manifest> {
  const { clock = systemClock, anchor } = options;
  // Read first: whatever was anchored had been committed before.
  const kept = await anchor?.read();
  const [data, log] = await copyStore('data', options, draft, logOf);
  if (anchor !== undefined) refuseIfShort(log, kept);
  const taken = new Date(clock.now()).toISOString();
  const [keys] = await copyStore('keys', options, draft, async () => undefined);
  // A program of an older form is not looked after by this one.
  const isOfToday = data.schema.version === schemas.data.version;
  if (isOfToday && (await rekeyedSince(options.data, log.size))) {
    throw new VaultError(
      'AVOW_BACKUP',
      'somebody’s keys were replaced while it was taken, so its halves do not fit together; take it again',
    );
  }
  return { format: 'avow/backup', version: 1, taken, log, data, keys };
}

/** Copies one store, and reads something else of the same state. */
async function copyStore<A>(
  half: Half,
  options: BackupOptions,
  draft: string,
  look: (store: Reader) => Promise<A>,
): Promise<[Copied, A]> {
  const place = options[half];
  const file = isPostgres(place) ? `${half}.db` : basename(place);
  const path = join(draft, half, file);
  const report: Report = (done, total) => options.progress?.(half, done, total);
  const [seen, version] = isPostgres(place)
    ? await copyOut(place, schemas[half], path, look, report)
    : await copyFile(place, schemas[half], path, look, report);
  await flushFile(path);
  const schema = { name: schemas[half].name, version };
  return [{ file, ...(await digestOf(path)), schema }, seen];
}

type Report = (done: number, total: number) => void;

/** A file is copied as it is, page by page. Answers what was seen, and the form of the store. */
async function copyFile<A>(
  place: string,
  schema: Schema,
  path: string,
  look: (store: Reader) => Promise<A>,
  report: Report,
): Promise<[A, number]> {
  // Of any form: a copy from before a migration is what one has in case.
  const store = openSqliteReader(place, { ...schema, oldest: 1 });
  try {
    const seen = await look(store);
    await store.copyTo(path, report);
    return [seen, store.form.version];
  } finally {
    await store.close();
  }
}

/** The rows of a database make a file. */
async function copyOut<A>(
  place: string,
  schema: Schema,
  path: string,
  look: (store: Reader) => Promise<A>,
  report: Report,
): Promise<[A, number]> {
  const store = await openReader(place, schema);
  try {
    const seen = await look(store);
    const filler = openSqliteFiller(path, schema);
    try {
      await copyRows(store, filler, schema, report);
      await filler.complete();
    } finally {
      await filler.close();
    }
    return [seen, store.form.version];
  } finally {
    await store.close();
  }
}

async function logOf(store: Reader): Promise<Manifest['log']> {
  const latest = await latestCheckpoint(store);
  if (latest === undefined) throw new VaultError('AVOW_BACKUP', 'there is no log to back up yet');
  return { size: latest.size, checkpoint: latest.note };
}

/**
 * A store that was put back, or a database that failed over to a copy that lags, would be copied as if it
 * were whole, and take the place of the backup that is needed. It is told by its size, and by the checkpoint
 * of the same size; whether a longer log continues the kept checkpoint is for whoever has the log's key.
 */
function refuseIfShort({ size, checkpoint }: Manifest['log'], kept: string | undefined): void {
  // Of a log that was made just now nothing is kept yet.
  if (kept === undefined && size === 1) return;
  const [own] = checkpoint.split('\n', 1);
  if (kept === undefined || kept.split('\n', 1)[0] !== own) {
    throw new VaultError(
      'AVOW_ANCHOR',
      `no checkpoint of the log ${own} is kept where it was said to be; name the place that the server keeps it in`,
    );
  }
  const before = sizeOf(kept);
  if (size > before || (size === before && checkpoint === kept)) return;
  throw new VaultError(
    'AVOW_ROLLED_BACK',
    `the log has ${size} entries, and the checkpoint kept outside is another's, of ${before}: this is no backup; ${WHAT_TO_DO}`,
  );
}

function refuseUnlessFit({ data, keys }: BackupOptions, to: string): void {
  if (existsSync(to)) {
    throw new VaultError(
      'AVOW_BACKUP',
      `${to} is there already; each backup gets a folder of its own`,
    );
  }
  const files = [data, keys].filter((store) => !isPostgres(store));
  if (files.some((file) => isInside(dirname(file), to))) {
    throw new VaultError(
      'AVOW_BACKUP',
      `${to} lies in a store's own folder, and would be lost with it`,
    );
  }
}
