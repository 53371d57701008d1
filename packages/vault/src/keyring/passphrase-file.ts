import { argon2, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { VaultError } from '../fault.ts';
import { isInside } from '../inside.ts';
import type { Keyring } from '../port/keyring.ts';
import { readStretching, type Stretching } from './stretching.ts';

export interface PassphraseFile {
  /** The file with the passphrase. Readable by its owner alone (mode 0600 or stricter). */
  readonly file: string;
  /** Where salt and parameters are kept; no secret, but needed. Default: `<file>.argon2.json`. */
  readonly parameters?: string;
  /** Folders that the file must not lie in: those of the stores. */
  readonly apartFrom: readonly string[];
  /** `development` makes up a passphrase if there is no file; `production` never does. */
  readonly mode: 'production' | 'development';
}

const SHORTEST = 16;

/**
 * A keyring that derives the root key from a passphrase in a file, by Argon2id (RFC 9106). Rejects
 * with `AVOW_KEYRING` if the file is missing (in production), readable by others, too short, or
 * inside a folder that gets copied along with the data.
 */
export async function openPassphraseFile(options: PassphraseFile): Promise<Keyring> {
  const file = resolve(options.file);
  if (options.mode === 'development') await makeUpIfAbsent(file);
  await refuseUnlessApart(file, options.apartFrom);
  const passphrase = await readPassphrase(file);
  const stretching = await readStretching(options.parameters ?? `${file}.argon2.json`);
  const key = await derive(passphrase, stretching);
  return { rootKey: async () => key, source: `passphrase in ${file}` };
}

async function makeUpIfAbsent(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const passphrase = randomBytes(32).toString('base64url');
  try {
    await writeFile(file, `${passphrase}\n`, { mode: 0o600, flag: 'wx' });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
}

async function refuseUnlessApart(file: string, folders: readonly string[]): Promise<void> {
  const place = await realpath(file).catch(() => file);
  for (const folder of folders) {
    if (isInside(await realpath(folder).catch(() => folder), place)) {
      throw new VaultError(
        'AVOW_KEYRING',
        `${file} lies inside ${folder}; move it to a place that is not backed up with the data`,
      );
    }
  }
}

async function readPassphrase(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    throw new VaultError(
      'AVOW_KEYRING',
      `no passphrase at ${file}; make one, and keep a copy elsewhere: ` +
        `(umask 077; openssl rand -base64 32 > ${file})`,
    );
  }
  // Windows has no such bits; its files are guarded by access lists.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new VaultError('AVOW_KEYRING', `${file} can be read by others; chmod 600 ${file}`);
  }
  const passphrase = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  if (passphrase.length < SHORTEST) {
    throw new VaultError(
      'AVOW_KEYRING',
      `the passphrase in ${file} has under ${SHORTEST} characters`,
    );
  }
  return passphrase;
}

async function derive(passphrase: string, stretching: Stretching): Promise<KeyObject> {
  const { salt, memory, passes, parallelism } = stretching;
  const key = await promisify(argon2)('argon2id', {
    message: passphrase,
    nonce: Buffer.from(salt, 'base64'),
    memory,
    passes,
    parallelism,
    tagLength: 32,
  });
  return createSecretKey(key);
}
