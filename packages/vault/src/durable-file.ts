import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a file in place of what is at `path`, or of nothing: readable by its owner alone, on stable
 * storage when it resolves. A crash leaves the old content or the new one.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  await writeFlushed(`${path}.new`, content, 'w');
  await rename(`${path}.new`, path);
  await flushFolder(dirname(path));
}

/**
 * The same, but leaves what is there as it is. Whoever comes second to `path`, in this process or
 * another, finds the whole file of the one who came first.
 */
export async function makeFileIfAbsent(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // A name of its own: writing to a draft that was linked before would write to the file itself.
  const draft = `${path}.${randomBytes(8).toString('hex')}.new`;
  await writeFlushed(draft, content, 'wx');
  try {
    await link(draft, path);
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
  } finally {
    await rm(draft);
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(path: string, content: string, flag: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flag, 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings a file that others have written onto stable storage. */
export async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is durable only once its folder is. Windows can neither open nor needs to flush one. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
