import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from '../rounds.ts';

/** A page of SQLite, the least that a COMMIT writes. */
const PAGE = Buffer.alloc(4_096, 0x61);

/** How often the disk takes one page to stable storage in a second: no log that waits for it can be quicker with one writer. */
export function flushRate(folder: string, milliseconds: number): Contestant {
  return {
    name: 'flushes of 4 KiB',
    unit: '/s',
    round() {
      const path = join(folder, 'flush');
      const file = openSync(path, 'w');
      try {
        let flushes = 0;
        const start = performance.now();
        do {
          writeSync(file, PAGE);
          fdatasyncSync(file);
          flushes += 1;
        } while (performance.now() - start < milliseconds);
        return flushes / ((performance.now() - start) / 1_000);
      } finally {
        closeSync(file);
        rmSync(path);
      }
    },
  };
}
