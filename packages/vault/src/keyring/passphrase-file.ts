import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeFileIfAbsent } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { isInside, placeOf } from '../inside.ts';
import type { Keyring } from '../port/keyring.ts';
import { makeStretching, stretch } from './stretching.ts';

/** Where a passphrase lies, and what it must not lie beside. */
export interface PassphraseFile {
  /** The file with the passphrase. Readable by its owner alone (mode 0600 or stricter). */
  readonly file: string;
  /**
   * Where salt and parameters are kept; no secret, but needed, and made with the first key. Default:
   * `<file>.argon2.json`.
   */
  readonly parameters?: string;
  /** Folders that the file must not lie in: those of the stores. */
  readonly apartFrom: readonly string[];
  /** `development` makes up a passphrase for the first key if there is no file; `production` never does. */
  readonly mode: 'production' | 'development';
}

const SHORTEST = 16;

/**
 * A keyring that derives the root key from a passphrase in a file, by Argon2id (RFC 9106). It and
 * its `rootKey` reject with `AVOW_KEYRING` if the file is missing, readable by others, too short, or
 * inside a folder that gets copied along with the data. Nothing is made before the first key.
 */
export async function openPassphraseFile(options: PassphraseFile): Promise<Keyring> {
  const file = resolve(options.file);
  const parameters = resolve(options.parameters ?? `${file}.argon2.json`);
  const mayMakeUp = options.mode === 'development';
  await refuseUnlessApart(file, options.apartFrom);
  // A production that lacks its passphrase says so before any store is made.
  if (!mayMakeUp) await readPassphrase(file);
  return {
    source: `passphrase in ${file}`,
    files: [file],
    async rootKey(occasion) {
      if (occasion === 'first') {
        if (mayMakeUp) await makeFileIfAbsent(file, `${randomBytes(32).toString('base64url')}\n`);
        await makeStretching(parameters);
      }
      return stretch(await readPassphrase(file), parameters);
    },
  };
}

async function refuseUnlessApart(file: string, folders: readonly string[]): Promise<void> {
  const place = await placeOf(file);
  for (const folder of folders) {
    if (isInside(await placeOf(folder), place)) {
      throw new VaultError(
        'AVOW_KEYRING',
        `${file} lies inside ${folder}; move it to a place that is not backed up with the data`,
      );
    }
  }
}

async function readPassphrase(file: string): Promise<string> {
  const found = await open(file).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw new VaultError('AVOW_KEYRING', `${file} cannot be read (${problem.code})`);
  });
  if (found === undefined) {
    throw new VaultError(
      'AVOW_KEYRING',
      `no passphrase at ${file}; put back the one that the key store was last wrapped under. ` +
        'For another make one, and keep a copy elsewhere: ' +
        `(umask 077; openssl rand -base64 32 > ${file})`,
    );
  }
  try {
    return await readPrivate(found, file);
  } finally {
    await found.close();
  }
}

async function readPrivate(found: FileHandle, file: string): Promise<string> {
  const { mode } = await found.stat();
  // Windows has no such bits; its files are guarded by access lists.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new VaultError('AVOW_KEYRING', `${file} can be read by others; chmod 600 ${file}`);
  }
  const passphrase = (await found.readFile('utf8')).replace(/\r?\n$/, '');
  if (passphrase.length < SHORTEST) {
    throw new VaultError(
      'AVOW_KEYRING',
      `the passphrase in ${file} has under ${SHORTEST} characters`,
    );
  }
  return passphrase;
}
