import { uptime } from 'node:os';

/** Milliseconds since some moment of the past. Never goes back, and is nobody's to set. */
export interface Stopwatch {
  passed(): number;
}

/**
 * How long the machine has been up. On Linux that goes on while the machine sleeps (CLOCK_BOOTTIME);
 * elsewhere it may be reckoned from the very clock that is to be watched, so there it is the monotonic
 * time of the process, which stands still meanwhile.
 */
export const systemStopwatch: Stopwatch = {
  passed: process.platform === 'linux' ? () => uptime() * 1_000 : () => performance.now(),
};
