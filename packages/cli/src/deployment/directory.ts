import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPostgres } from '@avow/vault/connection-string';
import { UsageError } from '../arguments/usage.ts';
import { deploymentAt } from './regions.ts';

/** What the environment says of the directory of a platform's regions. */
export interface DirectorySettings {
  readonly key: Uint8Array;
  /** A store of its own with this deployment, or the address of the deployment that has it. */
  readonly at: { readonly place: string } | { readonly url: string };
}

const KEY = /^[0-9a-f]{64}$/;

/** What `AVOW_DIRECTORY` and `AVOW_DIRECTORY_KEY` say; undefined if there is none. */
export function directoryIn(
  { AVOW_DIRECTORY, AVOW_DIRECTORY_KEY }: Readonly<Record<string, string | undefined>>,
  here: string,
): DirectorySettings | undefined {
  if (!AVOW_DIRECTORY) return undefined;
  if (!AVOW_DIRECTORY_KEY) {
    throw new UsageError('AVOW_DIRECTORY needs AVOW_DIRECTORY_KEY, the file with its key.');
  }
  return { key: keyIn(resolve(here, AVOW_DIRECTORY_KEY)), at: placeOf(AVOW_DIRECTORY, here) };
}

/** Read from a file that its owner alone can read, as the passphrase is. */
function keyIn(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError('AVOW_DIRECTORY_KEY names no file.');
  if ((found.mode & 0o077) !== 0 && process.platform !== 'win32') {
    throw new UsageError('The file in AVOW_DIRECTORY_KEY must be readable by its owner alone.');
  }
  const text = readFileSync(file, 'utf8').trim();
  if (KEY.test(text)) return Buffer.from(text, 'hex');
  throw new UsageError('The file in AVOW_DIRECTORY_KEY holds 64 lower-case hexadecimal digits.');
}

function placeOf(named: string, here: string): DirectorySettings['at'] {
  if (/^https?:/i.test(named)) {
    const url = deploymentAt(named);
    if (url !== undefined) return { url };
    throw new UsageError('AVOW_DIRECTORY is an address with https, or with http on this machine.');
  }
  if (isPostgres(named)) return { place: named };
  // A folder of its own: it lies in no store's.
  return { place: join(resolve(here, named), 'homes.db') };
}
