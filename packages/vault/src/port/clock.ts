/**
 * Where time comes from: milliseconds since 1970-01-01T00:00Z, a safe integer. May go backwards;
 * stores see to it that their own time does not.
 */
export interface Clock {
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };
