/**
 * Time, as a port. `now` is the wall clock and may be set by anyone; `elapsed` only ever goes forward, but
 * stands still on some machines while they sleep. So what must end is over as soon as either says so.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds since some moment that stays the same. */
  elapsed(): number;
  /** Calls `then` once, after `ms`. What it returns takes that back. Keeps no process alive. */
  after(ms: number, then: () => void): () => void;
  /** Is over after `ms`. Somebody waits for it, so it does keep a process alive. */
  wait(ms: number): Promise<void>;
}

/** The machine's own. */
export const machineClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, then) {
    const timer: unknown = setTimeout(then, ms);
    // In Node a timer is an object, and keeps the process alive unless it is told not to.
    (timer as { unref?(): void }).unref?.();
    return () => clearTimeout(timer as Parameters<typeof clearTimeout>[0]);
  },
  wait: (ms) => new Promise((done) => void setTimeout(done, ms)),
};

/** A moment from which something is over. */
export interface Deadline {
  /** Milliseconds since 1970, by this machine's wall clock. */
  readonly at: number;
  isOver(): boolean;
}

/** The end of what began at `started` and lasts for `ms`. */
export function deadline(clock: Clock, started: Started, ms: number): Deadline {
  const at = started.now + ms;
  return {
    at,
    isOver: () => clock.now() >= at || clock.elapsed() - started.elapsed >= ms,
  };
}

/** A moment on both clocks. */
export interface Started {
  readonly now: number;
  readonly elapsed: number;
}

export const startedNow = (clock: Clock): Started => ({
  now: clock.now(),
  elapsed: clock.elapsed(),
});
