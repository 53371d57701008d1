import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { refuseDatabase } from '../connection-string.ts';
import { replaceFile } from '../durable-file.ts';
import { lockFile } from '../file-lock.ts';
import type { Anchor } from '../port/anchor.ts';

/** How often another's swap, which is two flushes, is waited for, and how long each time, in ms. */
const LOOKS = 200;
const LOOK_MS = 5;

/**
 * An anchor in a file, to be put outside the folders of both stores (another disk, another
 * machine's share). The new content is written beside it, flushed and renamed over it, so that a
 * crash leaves the old or the new one. Compare and swap holds among all processes of the machine.
 */
export function openAnchorFile(path: string): Anchor {
  refuseDatabase(path);
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
    const release = await lockPatiently(path);
    // Whoever has it for so long is moving the anchor: it soon will not be what was expected.
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

async function lockPatiently(path: string): Promise<(() => void) | undefined> {
  for (let look = 1; look < LOOKS; look++) {
    const release = lockFile(path);
    if (release !== undefined) return release;
    await setTimeout(LOOK_MS);
  }
  return lockFile(path);
}
