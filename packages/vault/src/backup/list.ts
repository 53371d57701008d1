import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';

/** A backup in a folder of backups, by what its manifest says. Nothing of it has been verified. */
export interface ListedBackup {
  readonly path: string;
  /** When it was taken: epoch milliseconds. */
  readonly taken: number;
  /** The halves are kept apart: one may have been taken elsewhere, and keys go after seven days. */
  readonly hasData: boolean;
  readonly hasKeys: boolean;
}

/** The backups in a folder, in no order; none if there is no such folder. */
export async function backupsIn(folder: string): Promise<readonly ListedBackup[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return (await Promise.all(names.map((name) => look(join(folder, name))))).flat();
}

async function look(path: string): Promise<readonly ListedBackup[]> {
  const data = join(path, 'data', 'manifest.json');
  const keys = join(path, 'keys', 'manifest.json');
  const found = [data, keys].find(existsSync);
  if (found === undefined) return [];
  const taken = takenIn(await readFile(found, 'utf8'));
  if (!Number.isFinite(taken)) return [];
  return [{ path, taken, hasData: existsSync(data), hasKeys: existsSync(keys) }];
}

function takenIn(text: string): number {
  try {
    return Date.parse((JSON.parse(text) as Manifest).taken);
  } catch {
    return Number.NaN;
  }
}
