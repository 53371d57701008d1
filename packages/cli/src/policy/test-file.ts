import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds the test that an enforced promise names. Its path is written from the root of a repository;
 * where that root is, the policy's own place tells: it is looked for from there upwards.
 */
export function findTest(path: string, policyFile: string): string | undefined {
  let folder = dirname(policyFile);
  for (;;) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
