import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Operators } from '@avow/accounts';

/**
 * Who works at the desk of the demonstration: as many as it takes to see a court's order through, since whoever
 * records it is neither of the two who approve.
 */
const staff = [
  { name: 'legal.one', role: 'legal' },
  { name: 'legal.two', role: 'legal' },
  { name: 'protection', role: 'data-protection' },
  { name: 'support', role: 'support' },
] as const;

/**
 * Adds them at the first start, and writes their credentials to a file that its owner alone can read. One who was
 * there already keeps what they have; an administrator gives them new credentials.
 */
export async function keepStaff(operators: Operators, file: string): Promise<void> {
  if (existsSync(file)) return;
  const made: string[] = [];
  for (const { name, role } of staff) {
    const added = await operators.add({ name, role });
    if ('password' in added) made.push(`name: ${name}\npassword: ${added.password}\n`);
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, made.join('\n'), { mode: 0o600, flag: 'wx' });
}
