import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Scope, type Server, scopeNames } from '@avow/server';
import type { Settings } from './settings.ts';

/**
 * Makes an API key where there is none yet, and leaves it in a file that its owner alone can read: it
 * is told nowhere else. In production it can do nothing but make other keys and revoke itself.
 * Answers whether it made one; of several servers that start together one does.
 */
export async function makeFirstKey(
  { keys }: Pick<Server, 'keys'>,
  { places, mode }: Pick<Settings, 'places' | 'mode'>,
): Promise<boolean> {
  const scopes: readonly Scope[] = mode === 'production' ? ['admin'] : scopeNames;
  const made = await keys.createFirst({ label: 'first', scopes });
  if (made === undefined) return false;
  mkdirSync(dirname(places.apiKey), { recursive: true, mode: 0o700 });
  // One that lies there already opens nothing any more. Removed, as a file keeps the mode it has.
  rmSync(places.apiKey, { force: true });
  writeFileSync(places.apiKey, `${made.key}\n`, { mode: 0o600, flag: 'wx' });
  return true;
}
