import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Operators } from '@avow/accounts';

const name = 'administrator';

/**
 * The first operator, who lets in all others. Made at the first start; the credentials are written to a file
 * that its owner alone can read. Cut off before that, the next start gives new ones, as long as nobody has
 * made them theirs with a second factor.
 */
export async function keepAdministrator(operators: Operators, file: string): Promise<void> {
  if (existsSync(file)) return;
  const known = await operators.list();
  if (known.some(({ hasSecondFactor }) => hasSecondFactor)) return;
  const added = await operators.add({ name, role: 'administrator' });
  const made = 'password' in added ? added : await operators.renew(name);
  if (!('password' in made)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `name: ${name}\npassword: ${made.password}\n`, { mode: 0o600, flag: 'wx' });
}
