import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type { Driver } from './driver.ts';

/** SQLite's code for a disk without room. */
const SQLITE_FULL = 13;

/**
 * Moves all that the write-ahead log holds into the database, flushes that, and leaves the log empty; false where a
 * reader of an older state is in the way. Throws SQLite's own errors.
 */
export function emptyLog(driver: Driver): boolean {
  const { busy } = driver.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
  return busy === 0;
}

/**
 * Makes sure that all that the write-ahead log holds is on the disk: a process that ended, or a flush that failed, may
 * have left what can be read and is not, for Linux takes for written what it could not write, and shows it until it
 * needs the memory (fsync(2), "EIO"). What was kept after it would not outlast a power failure. So it is moved into the
 * database; where it cannot be, under somebody who reads an older state or for want of room, it is written over itself.
 */
export function settleLog(driver: Driver): void {
  try {
    if (emptyLog(driver)) return;
  } catch (problem) {
    if ((problem as { errcode?: number }).errcode !== SQLITE_FULL) throw problem;
  }
  flushAnew(driver);
}

/** Bytes of the write-ahead log that are written once more at a time. */
const CHUNK = 1_048_576;

/** Writes the write-ahead log over itself, which takes no room, and flushes it. To whoever reads there it stays as it is. */
function flushAnew(driver: Driver): void {
  const { file } = driver.prepare('PRAGMA database_list').get() ?? {};
  // Alone: so nobody puts anything else there meanwhile.
  driver.begin();
  try {
    const log = openSync(`${file}-wal`, 'r+');
    try {
      const chunk = Buffer.alloc(CHUNK);
      for (let at = 0; ; ) {
        const length = readSync(log, chunk, 0, CHUNK, at);
        if (length === 0) break;
        at += writeSync(log, chunk, 0, length, at);
      }
      fsyncSync(log);
    } finally {
      closeSync(log);
    }
  } finally {
    driver.rollback();
  }
}
