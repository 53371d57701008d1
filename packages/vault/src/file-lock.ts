import { DatabaseSync } from 'node:sqlite';
import { VaultError } from './fault.ts';
import { makePrivateFile } from './private-file.ts';

/**
 * Locks `path` against everyone else until the returned function is called or this process ends,
 * however it ends; undefined if somebody else has the lock.
 *
 * Node has no file locks of its own, so the lock is an exclusive transaction on an empty database
 * beside the file; the operating system lets go of it when a process dies, and no stale file needs
 * clearing away. Throws `AVOW_STORE` if there can be no such file: on a disk that is full, or takes no
 * writes.
 */
export function lockFile(path: string): (() => void) | undefined {
  try {
    return lockIn(`${path}.lock`);
  } catch (cause) {
    // The path is in the message: it is an operator's, and says which disk to look at.
    throw new VaultError('AVOW_STORE', `${path}.lock cannot be written to`, { cause });
  }
}

function lockIn(file: string): (() => void) | undefined {
  makePrivateFile(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (problem) {
    lock.close();
    if ((problem as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw problem;
  }
  return () => lock.close();
}

// https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
