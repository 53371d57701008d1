import { VaultError } from '../fault.ts';
import { lockFile } from '../file-lock.ts';

/**
 * Keeps every other process from writing to the store at `path` until the returned function is
 * called or this process ends. One writer is the protocol: a second one would answer from a stale
 * moment and sequence the log twice. The store itself stays open to readers, such as an audit.
 * Throws `AVOW_LOCKED`.
 */
export function lockProcess(path: string): () => void {
  const release = lockFile(path);
  if (release !== undefined) return release;
  throw new VaultError(
    'AVOW_LOCKED',
    `${path} is open already, in another process or in this one; stop it first, or send it your requests`,
  );
}
