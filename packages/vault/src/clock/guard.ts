import type { Clock } from '../port/clock.ts';
import type { Stopwatch } from './stopwatch.ts';

const SECOND = 1_000;
const DAY = 86_400_000;

/** A clock that is watched. */
export interface GuardedClock extends Clock {
  /** By how many ms the clock went ahead of what has passed, if that is more than is believed; else 0. */
  ahead(): number;
  /**
   * A moment that is on record, and so has been: the clock may come to it, from however far behind. If
   * it is behind by more than is believed, it is wrong, and how long ago that moment was is known to
   * nobody: until the clock has come back it may go on beyond it by `absence` (ms).
   */
  remind(moment: number, absence: number): void;
}

/** Whether a clock is watched. One that is not, such as a test's that goes on by years, is believed. */
export function isGuarded(clock: Clock): clock is GuardedClock {
  return 'ahead' in clock;
}

/** What a clock told, when a stopwatch had passed so much. */
interface Mark {
  readonly told: number;
  readonly passed: number;
}

/**
 * Watches a clock by a stopwatch, which nobody can set. If the clock goes ahead by more than `bound` (ms)
 * of all that it was believed before, it is not believed: `ahead` says so, and `now` goes on by the
 * stopwatch until the clock is put right, which is believed again at once. What is less is believed: a
 * machine may have slept, during which some stopwatches stand still. A clock that goes back is believed
 * too, and so it is when it returns from there, in however many steps; stores do not let their time go
 * back with it.
 */
export function guardClock(clock: Clock, stopwatch: Stopwatch, bound = DAY): GuardedClock {
  let believed: Mark = { told: clock.now(), passed: stopwatch.passed() };
  /** Of all that was believed or is on record, what was furthest ahead of the stopwatch. */
  let furthest = leadOf(believed);
  /** How far ahead of the stopwatch a clock may go that was wrong when it was reminded. */
  let lost: number | undefined;
  let last = believed.told;
  let ahead = 0;

  function now(): number {
    const told = clock.now();
    // A stopwatch costs more to look at than a clock; twice in a second it has nothing new to say.
    const isFresh = told >= last && told - believed.told < SECOND;
    return ahead === 0 && isFresh ? believe(told) : compare({ told, passed: stopwatch.passed() });
  }

  function compare(mark: Mark): number {
    const lead = leadOf(mark);
    if (lead > (lost ?? furthest + bound)) {
      ahead = lead - leadOf(believed);
      return Math.floor(mark.told - ahead);
    }
    if (lead >= furthest - bound) lost = undefined;
    furthest = Math.max(furthest, lead);
    believed = mark;
    ahead = 0;
    return believe(mark.told);
  }

  function believe(told: number): number {
    last = told;
    return told;
  }

  return {
    now,
    ahead() {
      now();
      return ahead;
    },
    remind(moment, absence) {
      const behind = moment - now();
      const lead = moment - stopwatch.passed();
      furthest = Math.max(furthest, lead);
      if (behind > bound) lost = lead + absence;
    },
  };
}

/** What stays the same as long as the clock runs as the stopwatch does. */
function leadOf({ told, passed }: Mark): number {
  return told - passed;
}
