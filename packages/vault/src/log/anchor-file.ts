import { readFile } from 'node:fs/promises';
import { replaceFile } from '../durable-file.ts';
import { lockFile } from '../file-lock.ts';
import type { Anchor } from '../port/anchor.ts';

/** How long another process may take for its swap, in milliseconds: two flushes. */
const SWAP_MS = 1_000;

/**
 * An anchor in a file, to be put outside the folders of both stores (another disk, another
 * machine's share). The new content is written beside it, flushed and renamed over it, so that a
 * crash leaves the old or the new one. Compare and swap holds among all processes of the machine.
 */
export function openAnchorFile(path: string): Anchor {
  let tail: Promise<unknown> = Promise.resolve();

  async function read(): Promise<string | undefined> {
    try {
      return await readFile(path, 'utf8');
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw problem;
    }
  }

  async function swap(expected: string | undefined, next: string): Promise<boolean> {
    const release = lockFile(path, SWAP_MS);
    // Whoever holds it is moving the anchor right now: it is not what was expected, or soon will not be.
    if (release === undefined) return false;
    try {
      if ((await read()) !== expected) return false;
      await replaceFile(path, next);
      return true;
    } finally {
      release();
    }
  }

  return {
    read,
    swap(expected, next) {
      const swapped = tail.then(() => swap(expected, next));
      tail = swapped.catch(() => undefined);
      return swapped;
    },
  };
}
