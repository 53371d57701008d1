import { existsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Examined, fail, ok, warn } from './finding.ts';

const MEGABYTE = 1_000_000;
/** Below this a start may fail: the write-ahead log alone grows to some 32 megabytes. */
const LEAST_FREE = 100 * MEGABYTE;
const LITTLE_FREE = 1_000 * MEGABYTE;

/**
 * Those of these files that others than their owner can read; what is not there is not looked at.
 * Undefined where the system does not tell.
 */
export async function openToOthers(
  files: readonly string[],
): Promise<readonly string[] | undefined> {
  // Windows has no such bits; its files are guarded by access lists.
  if (process.platform === 'win32') return undefined;
  const open: string[] = [];
  for (const file of files) {
    const found = await stat(file).catch(unlessMissing);
    if (found !== undefined && (found.mode & 0o077) !== 0) open.push(file);
  }
  return open;
}

/** Files that their owner alone may read. What is not there is not looked at. */
export async function examinePermissions(files: readonly string[]): Promise<Examined> {
  const open = await openToOthers(files);
  if (open === undefined) return ok('permissions', 'not told on this system');
  if (open.length === 0) return ok('permissions', 'read by their owner alone');
  const list = open.join(' ');
  return fail('permissions', `others can read ${list}`, `chmod 600 ${list}`);
}

/** Room on the disks that these files are on. A database server's own disks are not to be seen. */
export async function examineDisk(files: readonly string[]): Promise<Examined> {
  const folders = [...new Set(files.map((file) => dirname(file)))].filter((path) =>
    existsSync(path),
  );
  if (folders.length === 0) return ok('disk', 'nothing lies on this machine');
  const rooms = await Promise.all(
    folders.map(async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return { folder, free: bavail * bsize };
    }),
  );
  const least = rooms.reduce((a, b) => (b.free < a.free ? b : a));
  const says = `${Math.floor(least.free / MEGABYTE)} MB free at ${least.folder}`;
  if (least.free < LEAST_FREE) return fail('disk', says, 'free some now: writes are about to fail');
  if (least.free < LITTLE_FREE) return warn('disk', says, 'free some, or move to a larger disk');
  return ok('disk', says);
}

function unlessMissing(problem: NodeJS.ErrnoException): undefined {
  if (problem.code !== 'ENOENT') throw problem;
}
