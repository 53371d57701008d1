import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { keySchema } from '../keys/tables.ts';
import type { Schema } from '../port/schema.ts';
import { dataSchema } from '../tables.ts';

/** The two halves of a backup. Neither opens anything without the other. */
export type Half = 'data' | 'keys';

/** One store's file in a backup. */
export interface Copied {
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  /** The schema that the store holds. */
  readonly schema: { readonly name: string; readonly version: number };
}

/** What a backup is. The same file lies in both halves, so that each can be kept apart. */
export interface Manifest {
  readonly format: 'avow/backup';
  readonly version: 1;
  /** ISO 8601, UTC: before the first key was copied. */
  readonly taken: string;
  /** The log as it was: entries in the tree, and the checkpoint (a signed note) that says so. */
  readonly log: { readonly size: number; readonly checkpoint: string };
  readonly data: Copied;
  readonly keys: Copied;
}

/** How long a copy of keys may be kept: it could still open what has been erased. In ms. */
export const KEY_BACKUP_LIFE = 7 * 24 * 3_600_000;

export const schemas: Readonly<Record<Half, Schema>> = { data: dataSchema, keys: keySchema };

const NAME = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await replaceFile(join(folder, NAME), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * The manifest of two halves that belong together and may still be used at this moment (epoch ms).
 * `AVOW_BACKUP` says what is wrong.
 */
export async function readManifest(
  folders: Readonly<Record<Half, string>>,
  now: number,
): Promise<Manifest> {
  const data = await readText(folders.data);
  const keys = await readText(folders.keys);
  if (data !== keys) refuse('data and keys are of two different backups');
  const manifest = parse(data);
  const age = now - Date.parse(manifest.taken);
  // So that what a receipt of erasure says of backups is true.
  if (age > KEY_BACKUP_LIFE) refuse('it is older than seven days: it may hold keys long destroyed');
  if (age < 0) refuse('it is of a time to come: look at the clock of this machine');
  return manifest;
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, NAME), 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    return refuse(`there is none at ${folder}, or it was cut off: ${NAME} is missing`);
  }
}

function parse(text: string): Manifest {
  const manifest = read(text);
  const isOurs =
    manifest?.format === 'avow/backup' &&
    manifest.version === 1 &&
    Number.isFinite(Date.parse(manifest.taken)) &&
    isCopy(manifest.data, dataSchema) &&
    isCopy(manifest.keys, keySchema);
  return isOurs
    ? manifest
    : refuse('this program does not know its form, or the schema of its stores');
}

function read(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return undefined;
  }
}

function isCopy(copied: Copied | undefined, { name, version }: Schema): boolean {
  // One of an older form is brought to today's while it is restored.
  const form = copied?.schema?.version;
  const isKnown = Number.isSafeInteger(form) && form! >= 1 && form! <= version;
  return copied?.schema?.name === name && isKnown;
}

function refuse(why: string): never {
  throw new VaultError('AVOW_BACKUP', `this backup cannot be restored: ${why}`);
}
