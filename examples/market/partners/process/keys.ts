import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GeneratedKeys, generateKeys } from '@avow/partner';

/** The partner's keys: made at the first start, and readable by its own user alone. */
export async function keptKeys(folder: string): Promise<GeneratedKeys> {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as GeneratedKeys;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = await generateKeys();
  writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
}
