import { DatabaseSync } from 'node:sqlite';
import { VaultError } from '../fault.ts';

/**
 * Keeps every other process from writing to the store at `path` until the returned function is
 * called or this process ends, however it ends. One writer is the protocol: a second one would
 * answer from a stale moment and sequence the log twice.
 *
 * Node has no file locks of its own, so the lock is an exclusive transaction on an empty database
 * beside the store; the operating system lets go of it when a process dies, and no stale file needs
 * clearing away. The store itself stays open to readers, such as an audit. Throws `AVOW_LOCKED`.
 */
export function lockProcess(path: string): () => void {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new VaultError(
      'AVOW_LOCKED',
      'another process has these stores open; stop it first, or send it your requests',
      { cause },
    );
  }
  return () => lock.close();
}
