import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes an empty file that its owner alone may read, and the folders to it, unless it is there.
 * SQLite takes an empty file for a new database, and gives its journals the same permissions; left
 * to itself it would let everybody on the machine read them.
 */
export function makePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // Never opened if it exists: closing it again would drop this process's locks on it (POSIX).
    closeSync(openSync(path, 'wx', 0o600));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  }
}
