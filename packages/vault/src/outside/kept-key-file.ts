import { readFile } from 'node:fs/promises';
import { makeFileIfAbsent } from '../durable-file.ts';
import type { KeptKey } from '../port/kept-key.ts';

/** A verifier key in a file, one line. */
export function openKeptKeyFile(path: string): KeptKey {
  async function read(): Promise<string | undefined> {
    try {
      return (await readFile(path, 'utf8')).trim();
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw problem;
    }
  }

  return {
    read,
    async keep(vkey) {
      await makeFileIfAbsent(path, `${vkey}\n`);
      return (await read()) ?? vkey;
    },
  };
}
