import type { Clock } from '../port/clock.ts';
import type { Driver } from './driver.ts';

/** How far ahead of itself a store reserves time, in milliseconds. */
const AHEAD = 1_000;

/**
 * A store's time: never behind any unit kept, whatever the machine's clock does. The mark in the
 * database stays ahead of every moment handed out, so that not each commit needs to write it; after
 * a restart time goes on from that mark, at most a second early.
 */
export interface Timekeeper {
  now(): number;
  /** To be called in a transaction that changes something, after its last `now`. */
  reserve(): void;
  /** To be called when a transaction was rolled back: the mark that it wrote is gone. */
  lost(): void;
}

export function keepTime(driver: Driver, clock: Clock): Timekeeper {
  const { value } = driver.prepare("SELECT value FROM meta WHERE name = 'moment'").get() ?? {};
  const mark = driver.prepare("UPDATE meta SET value = ? WHERE name = 'moment'");
  let reserved = Number(value ?? 0);
  let last = reserved;
  return {
    now() {
      last = Math.max(last, Math.floor(clock.now()));
      return last;
    },
    reserve() {
      if (last <= reserved) return;
      mark.run(last + AHEAD);
      reserved = last + AHEAD;
    },
    lost() {
      reserved = 0;
    },
  };
}
