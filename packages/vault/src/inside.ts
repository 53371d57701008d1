import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether a path lies in a folder, at any depth, or is that folder. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  // On Windows there is no relative way to another drive.
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
