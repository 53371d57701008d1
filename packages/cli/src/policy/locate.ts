import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { UsageError } from '../arguments/usage.ts';

/** Looked for in a folder that has no package of its own. */
const entries = ['index.ts', 'index.js', 'src/index.ts', 'policy.json'];

/** The file that holds the policy that someone named: the file itself, or the entry of a folder. */
export function locate(named: string, from: string): string {
  const path = resolve(from, named);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`There is no file or folder "${named}".`);
  if (found.isFile()) return path;
  const entry = packaged(path) ?? entries.map((name) => join(path, name)).find(existsSync);
  if (entry === undefined) {
    throw new UsageError(
      `"${named}" has no policy in it: neither a package.json with "exports" nor ${entries.join(', ')}.`,
    );
  }
  return entry;
}

/** What a package exports by its own name, resolved as Node resolves it (self-reference). */
function packaged(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { name, exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (typeof name !== 'string' || exports === undefined) return undefined;
  return createRequire(manifest).resolve(name);
}
