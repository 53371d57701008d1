import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A passphrase and its parameters, laid where `avow start` looks for them. The parameters are far below
 * what it would choose: the servers start hundreds of times, and it is not Argon2 that is tortured.
 */
export function layPassphrase(home: string): void {
  const folder = join(home, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'root');
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  const salt = randomBytes(16).toString('base64');
  const parameters = { algorithm: 'argon2id', memory: 64, passes: 1, parallelism: 1, salt };
  writeFileSync(`${file}.argon2.json`, JSON.stringify(parameters), { mode: 0o600 });
}
