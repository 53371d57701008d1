import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockFile } from '../src/file-lock.ts';

it('a lock that cannot be made is a fault with a code, and not one that somebody else has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'checkpoint');
  // A folder in its place stands for a disk that takes no writes.
  mkdirSync(`${path}.lock`);
  expect(() => lockFile(path)).toThrow(expect.objectContaining({ code: 'AVOW_STORE' }));
  rmSync(`${path}.lock`, { recursive: true });

  const release = lockFile(path);
  expect(release).toBeDefined();
  expect(lockFile(path)).toBeUndefined();
  release?.();
});
