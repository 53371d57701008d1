import { argon2, type KeyObject, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { makeFileIfAbsent } from '../durable-file.ts';
import { VaultError } from '../fault.ts';
import { secretKeyOf } from '../keys/secret-key.ts';

/**
 * How a passphrase is stretched into a key: Argon2id's parameters (RFC 9106 §3.1); memory in KiB.
 */
interface Stretching {
  readonly algorithm: 'argon2id';
  readonly salt: string;
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** RFC 9106 §4, second recommendation: 64 MiB, three passes, four lanes. */
const RECOMMENDED = { algorithm: 'argon2id', memory: 65_536, passes: 3, parallelism: 4 } as const;

/** Makes parameters with a fresh salt at `file`, unless there are some. */
export async function makeStretching(file: string): Promise<void> {
  const fresh: Stretching = { ...RECOMMENDED, salt: randomBytes(16).toString('base64') };
  await makeFileIfAbsent(file, `${JSON.stringify(fresh, undefined, 2)}\n`);
}

/**
 * The 256-bit key that a passphrase comes to under the parameters kept at `file`. Rejects with
 * `AVOW_KEYRING` if there are none, or if they are not usable.
 */
export async function stretch(passphrase: string, file: string): Promise<KeyObject> {
  const { salt, memory, passes, parallelism } = await readStretching(file);
  try {
    const key = await promisify(argon2)('argon2id', {
      message: passphrase,
      nonce: Buffer.from(salt, 'base64'),
      memory,
      passes,
      parallelism,
      tagLength: 32,
    });
    return secretKeyOf(key);
  } catch {
    // What it says could hold what was handed to it.
    throw new VaultError('AVOW_KEYRING', `Argon2id cannot work with the parameters in ${file}`);
  }
}

async function readStretching(file: string): Promise<Stretching> {
  const kept = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  });
  if (kept !== undefined) return parse(kept, file);
  throw new VaultError(
    'AVOW_KEYRING',
    `${file} is missing; without the salt in it the passphrase does not open the key store. ` +
      'Put it back from a copy: another one cannot be made',
  );
}

function parse(text: string, file: string): Stretching {
  try {
    const { algorithm, salt, memory, passes, parallelism } = JSON.parse(text);
    const numbers = [memory, passes, parallelism].every((value) => Number.isSafeInteger(value));
    if (algorithm === 'argon2id' && typeof salt === 'string' && numbers) {
      return { algorithm, salt, memory, passes, parallelism };
    }
  } catch {
    // Told below, with what else can be wrong.
  }
  throw new VaultError('AVOW_KEYRING', `${file} does not hold Argon2id parameters`);
}
