import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { owing } from './endings.ts';

/** Whether this process may mount things: then disks can be made small, and read-only. */
export function canMount(folder: string): boolean {
  try {
    const probe = join(folder, 'probe');
    mountSmall(probe, 1);
    unmount(probe);
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own in memory, of so many megabytes. */
export function mountSmall(folder: string, megabytes: number): void {
  mkdirSync(folder, { recursive: true });
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
}

/** From now on nothing in the folder can be opened for writing. */
export function makeReadOnly(folder: string): void {
  // By way of a view that nobody has open: one in use cannot be made read-only.
  const view = `${folder}.view`;
  mkdirSync(view, { recursive: true });
  mount('--bind', folder, view);
  try {
    mount('-o', 'remount,ro,bind', view);
    mount('--bind', view, folder);
  } finally {
    unmount(view);
  }
}

export function unmount(folder: string): void {
  mounted.get(folder)?.();
  mounted.delete(folder);
  // Lazily: whoever still has a file open there is about to let go of it.
  execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
}

/** Mounts under way, and how to say that one is gone. */
const mounted = new Map<string, () => void>();

function mount(...args: readonly string[]): void {
  execFileSync('mount', [...args], { stdio: 'pipe' });
  const folder = args.at(-1)!;
  if (!mounted.has(folder))
    mounted.set(
      folder,
      owing(() => unmount(folder)),
    );
}

/** Fills a file system to the last byte, and makes room on it again. */
export interface Filler {
  /** `spare`: how many kilobytes are left over. */
  fill(spare: number): void;
  free(): void;
}

export function fillerIn(folder: string): Filler {
  const file = join(folder, 'filler');
  const spared = join(folder, 'spared');
  const write = (path: string, bytes: number, most = Number.POSITIVE_INFINITY): void => {
    const chunk = Buffer.alloc(bytes);
    const handle = openSync(path, 'a');
    try {
      for (let written = 0; written < most; written += bytes) writeSync(handle, chunk);
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
    } finally {
      closeSync(handle);
    }
  };
  return {
    fill(spare) {
      if (spare > 0) write(spared, 1024, spare * 1024);
      // In ever smaller pieces: a write that does not fit writes nothing.
      for (const bytes of [1 << 20, 1 << 16, 1 << 12]) write(file, bytes);
      rmSync(spared, { force: true });
    },
    free() {
      for (const path of [file, spared]) if (existsSync(path)) rmSync(path);
    },
  };
}
