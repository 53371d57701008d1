import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
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
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const release = lockFile(path, SWAP_MS);
    // Whoever holds it is moving the anchor right now: it is not what was expected, or soon will not be.
    if (release === undefined) return false;
    try {
      if ((await read()) !== expected) return false;
      await writeFlushed(`${path}.new`, next);
      await rename(`${path}.new`, path);
      await flushFolder(dirname(path));
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

async function writeFlushed(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only once its folder is. Windows can neither open nor needs to flush one. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
