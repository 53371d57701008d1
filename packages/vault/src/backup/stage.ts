import { existsSync } from 'node:fs';
import { link, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { flushFile, flushFolder } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { lockProcess } from '../sqlite/process-lock.ts';
import { copyDigested } from './digest.ts';
import type { Copied, Half, Manifest } from './manifest.ts';

/** A restore under way: copies of both stores beside the places they are meant for. */
export interface Stage {
  readonly data: string;
  readonly keys: string;
  /** Gives both their names; nothing that is there is replaced. */
  publish(): Promise<void>;
  /** Removes what is left, published or not. */
  clear(): Promise<void>;
}

/**
 * Copies a backup's files, each verified, into a folder beside its place, and keeps every server
 * from starting at that place meanwhile. `AVOW_BACKUP` if something is at one of the places or a
 * file is not what the manifest says; `AVOW_LOCKED` if a process has one open.
 */
export async function stageBackup(
  from: Readonly<Record<Half, string>>,
  to: Readonly<Record<Half, string>>,
  manifest: Manifest,
): Promise<Stage> {
  refuseUnlessEmpty(to);
  const release = lockProcess(to.data);
  const folders = [join(dirname(to.data), '.restoring'), join(dirname(to.keys), '.restoring')];
  const staged = { data: join(folders[0]!, 'data.db'), keys: join(folders[1]!, 'keys.db') };

  async function clear(): Promise<void> {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
    release();
  }

  try {
    for (const half of ['data', 'keys'] as const) {
      // What a restore that was cut off has left.
      await rm(dirname(staged[half]), { recursive: true, force: true });
      await copyVerified(from[half], staged[half], manifest[half]);
    }
  } catch (problem) {
    await clear();
    throw problem;
  }
  return {
    ...staged,
    async publish() {
      // The keys first: data without its keys would be taken for a key store that was lost.
      for (const half of ['keys', 'data'] as const) {
        await flushFile(staged[half]);
        // Not renamed: a link never takes the place of something else.
        await link(staged[half], to[half]);
        await flushFolder(dirname(to[half]));
      }
    },
    clear,
  };
}

async function copyVerified(from: string, to: string, copied: Copied): Promise<void> {
  const source = join(from, basename(copied.file));
  if (!existsSync(source)) throw new VaultError('AVOW_BACKUP', `${source} is missing`);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const { bytes, sha256 } = await copyDigested(source, to);
  if (bytes !== copied.bytes || sha256 !== copied.sha256) {
    throw new VaultError('AVOW_BACKUP', `${source} was altered since the backup was taken`);
  }
}

function refuseUnlessEmpty(to: Readonly<Record<Half, string>>): void {
  for (const place of [to.data, to.keys]) {
    const found = ['', '-wal', '-journal'].map((end) => place + end).find(existsSync);
    if (found === undefined) continue;
    throw new VaultError('AVOW_BACKUP', `${found} is there already; a restore replaces nothing`);
  }
}
