import type { Clock } from '../port/clock.ts';
import type { Stopwatch } from './stopwatch.ts';

const SECOND = 1_000;
const DAY = 86_400_000;

/** A clock that is watched. */
export interface GuardedClock extends Clock {
  /** By how many ms the clock went ahead of what has passed, if that is more than is believed; else 0. */
  ahead(): number;
}

/** Whether a clock is watched. One that is not, such as a test's that goes on by years, is believed. */
export function isGuarded(clock: Clock): clock is GuardedClock {
  return 'ahead' in clock;
}

/** A moment at which the clock was believed, by both. */
interface Mark {
  readonly told: number;
  readonly passed: number;
}

/**
 * Watches a clock by a stopwatch, which nobody can set. If the clock goes ahead of it by more than
 * `bound` (ms) at once, it is not believed: `ahead` says so, and `now` goes on by the stopwatch until
 * the clock is put right, which is believed again at once. What is less is believed: a machine may have
 * slept, during which some stopwatches stand still. A clock that goes back is believed too, and so it is
 * when it returns from there; stores do not let their time go back with it.
 */
export function guardClock(clock: Clock, stopwatch: Stopwatch, bound = DAY): GuardedClock {
  let believed: Mark = { told: clock.now(), passed: stopwatch.passed() };
  /** Before the clock last went back. */
  let earlier: Mark | undefined;
  let last = believed.told;
  let ahead = 0;

  function now(): number {
    const told = clock.now();
    // A stopwatch costs more to look at than a clock; twice in a second it has nothing new to say.
    const isFresh = told >= last && told - believed.told < SECOND;
    return ahead === 0 && isFresh ? believe(told) : compare({ told, passed: stopwatch.passed() });
  }

  function compare(mark: Mark): number {
    const surplus = surplusOf(mark, believed);
    const isReturn = earlier !== undefined && Math.abs(surplusOf(mark, earlier)) <= bound;
    if (surplus > bound && !isReturn) {
      ahead = surplus;
      return Math.floor(mark.told - surplus);
    }
    if (surplus < -bound) earlier = believed;
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
  };
}

/** By how much more the clock went on since a mark than the stopwatch did. */
function surplusOf({ told, passed }: Mark, since: Mark): number {
  return told - since.told - (passed - since.passed);
}
