import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isPostgres } from '../connection-string.ts';
import {
  type Destination,
  giveName,
  openDestination,
  refuseUnlessEmpty,
} from '../copy/destination.ts';
import { flushFile } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import type { Reader } from '../port/store.ts';
import { lockProcess } from '../sqlite/process-lock.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import { copyDigested } from './digest.ts';
import { type Copied, type Half, type Manifest, schemas } from './manifest.ts';

/** One store of a restore under way: a copy of its file, and the place that it is meant for. */
interface StagedStore {
  /** The copy, a SQLite file. */
  readonly file: string;
  /** Brings the copy to its place, where no server sees it yet. */
  settle(report: (done: number, total: number) => void): Promise<void>;
  /** Reads what has been settled. */
  open(): Promise<Reader>;
  /** Lets it be the store of its place; nothing that is there is replaced. */
  publish(): Promise<void>;
  /** Removes what is left, published or not. */
  clear(): Promise<void>;
}

export type Stage = Readonly<Record<Half, StagedStore>>;

/**
 * Copies a backup's files, each verified, and keeps every server from starting at their places
 * meanwhile. What is meant for a file lies beside it, what is meant for a database in the system's
 * folder for temporary files. `AVOW_BACKUP` if something is at one of the places or a file is not
 * what the manifest says; `AVOW_LOCKED` if a process has one open; `AVOW_DURABILITY` if a database
 * is not fit.
 */
export async function stageBackup(
  from: Readonly<Record<Half, string>>,
  to: Readonly<Record<Half, string>>,
  manifest: Manifest,
): Promise<Stage> {
  for (const place of [to.data, to.keys]) if (!isPostgres(place)) refuseUnlessEmpty(place);
  const data = await stageStore('data', from.data, to.data, manifest.data);
  try {
    return { data, keys: await stageStore('keys', from.keys, to.keys, manifest.keys) };
  } catch (problem) {
    await data.clear();
    throw problem;
  }
}

async function stageStore(
  half: Half,
  from: string,
  to: string,
  copied: Copied,
): Promise<StagedStore> {
  const staged = isPostgres(to) ? await forDatabase(half, to) : await forFile(half, to);
  try {
    await copyVerified(from, staged.file, copied);
    return staged;
  } catch (problem) {
    await staged.clear();
    throw problem;
  }
}

async function forFile(half: Half, place: string): Promise<StagedStore> {
  const release = lockProcess(place);
  const folder = join(dirname(place), '.restoring');
  const file = join(folder, `${half}.db`);
  // What a restore that was cut off has left.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return {
    file,
    settle: () => flushFile(file),
    open: async () => openSqliteReader(file, schemas[half]),
    publish: () => giveName(file, place),
    async clear() {
      await rm(folder, { recursive: true, force: true });
      release();
    },
  };
}

async function forDatabase(half: Half, place: string): Promise<StagedStore> {
  const destination = await openDestination(place, schemas[half], {
    secureDelete: half === 'keys',
  });
  const folder = await mkdtemp(join(tmpdir(), `avow-restoring-${half}-`));
  const file = join(folder, `${half}.db`);
  return {
    file,
    settle: (report) => fillFrom(file, half, destination, report),
    open: () => destination.open(),
    publish: () => destination.publish(),
    async clear() {
      await rm(folder, { recursive: true, force: true });
      await destination.clear();
    },
  };
}

async function fillFrom(
  file: string,
  half: Half,
  destination: Destination,
  report: (done: number, total: number) => void,
): Promise<void> {
  const reader = openSqliteReader(file, schemas[half]);
  try {
    await destination.fill(reader, report);
  } finally {
    await reader.close();
  }
}

async function copyVerified(from: string, to: string, copied: Copied): Promise<void> {
  const source = join(from, basename(copied.file));
  if (!existsSync(source)) throw new VaultError('AVOW_BACKUP', `${source} is missing`);
  const { bytes, sha256 } = await copyDigested(source, to);
  if (bytes !== copied.bytes || sha256 !== copied.sha256) {
    throw new VaultError('AVOW_BACKUP', `${source} was altered since the backup was taken`);
  }
}
