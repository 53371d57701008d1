import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VaultError } from '../fault.ts';

/**
 * How a passphrase is stretched into a key: Argon2id's parameters (RFC 9106 §3.1); memory in KiB.
 */
export interface Stretching {
  readonly algorithm: 'argon2id';
  readonly salt: string;
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** RFC 9106 §4, second recommendation: 64 MiB, three passes, four lanes. */
const RECOMMENDED = { algorithm: 'argon2id', memory: 65_536, passes: 3, parallelism: 4 } as const;

/**
 * The parameters kept at `file`; made with a fresh salt if there are none. Rejects with
 * `AVOW_KEYRING` if they cannot be read.
 */
export async function readStretching(file: string): Promise<Stretching> {
  const kept = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  });
  if (kept !== undefined) return parse(kept, file);
  const fresh = { ...RECOMMENDED, salt: randomBytes(16).toString('base64') };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${JSON.stringify(fresh, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return fresh;
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
