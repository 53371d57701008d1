import { type GuardedClock, guardClock } from '../clock/guard.ts';
import { systemStopwatch } from '../clock/stopwatch.ts';

/**
 * Where time comes from: milliseconds since 1970-01-01T00:00Z, a safe integer. May go backwards;
 * stores see to it that their own time does not.
 */
export interface Clock {
  now(): number;
}

/** The machine's own clock, watched: see `guardClock`. */
export const systemClock: GuardedClock = guardClock({ now: () => Date.now() }, systemStopwatch);
