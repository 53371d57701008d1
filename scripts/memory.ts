import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory that most Linux machines have. */
const MEMORY = '/dev/shm';
/** More than a run of all tests has ever needed at a time, twice. */
const ROOM = 6 * 1024 ** 3;
const PREFIX = 'avow-tests-';

/**
 * From now on temporary files of this process, and of those that it starts, lie in memory, where there is one with
 * room. What is tested is the same, every flush included, and a process that is killed loses as little there as on a
 * disk; but nobody waits a millisecond for each of some hundred thousand flushes. Torture and the benchmarks stay on the disk.
 * What outlasts a run, as the unpacked browser does, is told by `AVOW_LASTING` where to lie.
 */
export function useMemory(): void {
  if (process.env['AVOW_LASTING'] !== undefined || !isUsable()) return;
  const folder = join(MEMORY, `${PREFIX}${process.pid}`);
  removeLeft();
  mkdirSync(folder, { recursive: true });
  process.env['AVOW_LASTING'] = tmpdir();
  process.env['TMPDIR'] = folder;
  process.once('exit', () => remove(folder));
}

function isUsable(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    // Within the bounds of a container: what lies there counts as memory of its own.
    const room = Math.min(bavail * bsize, process.availableMemory());
    return room > ROOM && mayRunPrograms(readFileSync('/proc/mounts', 'utf8'));
  } catch {
    return false;
  }
}

/** In containers it is usually mounted so that nothing in it runs; some tests put a program there. */
function mayRunPrograms(mounts: string): boolean {
  const found = mounts.split('\n').find((line) => line.split(' ')[1] === MEMORY);
  return found !== undefined && !found.split(' ')[3]?.split(',').includes('noexec');
}

/** Takes away what runs left that were killed. */
function removeLeft(): void {
  for (const name of readdirSync(MEMORY)) {
    if (!name.startsWith(PREFIX)) continue;
    const pid = Number(name.slice(PREFIX.length));
    if (!isRunning(pid)) remove(join(MEMORY, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another user's, or a server's that still writes: the next run tries again.
  }
}
