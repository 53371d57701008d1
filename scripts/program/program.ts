import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundle, bundleIn, type Program } from './bundle.ts';

let made: Promise<Program> | undefined;

/** The program for tests that start it: one bundle for a whole run, made by whoever asks first. */
export function program(): Promise<Program> {
  made ??= share(inject('program'));
  return made;
}

async function share(shared: string): Promise<Program> {
  const place = join(shared, 'program');
  if (existsSync(place)) return bundleIn(place);
  const own = mkdtempSync(join(shared, 'own-'));
  const bundled = await bundle(own);
  try {
    renameSync(own, place);
    return bundleIn(place);
  } catch {
    return bundled; // Another file was first.
  }
}
