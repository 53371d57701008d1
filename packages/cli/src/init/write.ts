import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../arguments/usage.ts';

/**
 * Writes files into a folder, which is made if it is not there. If one of them is there already, nothing
 * is written at all: `UsageError` names it, as it does what is there and no folder.
 */
export function writeNew(folder: string, named: string, files: ReadonlyMap<string, string>): void {
  const there = [...files.keys()].filter((file) => existsSync(join(folder, file)));
  if (there.length > 0) {
    throw new UsageError(`"${named}" has ${there.join(', ')} already. Nothing was written.`);
  }
  makeFolder(folder, named);
  // `wx`: what somebody else put there meanwhile is not overwritten either.
  for (const [file, text] of files) writeFileSync(join(folder, file), text, { flag: 'wx' });
}

function makeFolder(folder: string, named: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw problem;
    throw new UsageError(`"${named}" is no folder, or lies in what is none. Nothing was written.`);
  }
}

/** Whether a module in the folder finds the package that a policy is written with. */
export function findsPolicyPackage(folder: string): boolean {
  try {
    createRequire(join(folder, 'package.json')).resolve('@avow/policy');
    return true;
  } catch {
    return false;
  }
}
