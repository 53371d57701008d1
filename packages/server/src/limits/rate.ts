/** How much may come: `burst` at once, and `perSecond` from then on. A token bucket's two figures. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** A bucket that is filled by the clock and emptied by requests. */
export interface Bucket {
  readonly tokens: number;
  /** When it held that many: milliseconds of a clock that never goes back. */
  readonly at: number;
}

/** What is in a bucket now. One that nobody has drawn from is full. */
export function tokensIn(bucket: Bucket | undefined, rate: Rate, now: number): number {
  if (bucket === undefined) return rate.burst;
  const gained = (Math.max(0, now - bucket.at) / 1000) * rate.perSecond;
  return Math.min(rate.burst, bucket.tokens + gained);
}

/** Seconds until a bucket that holds `tokens` holds `wanted`. */
export function secondsUntil(wanted: number, tokens: number, rate: Rate): number {
  return Math.max(0, wanted - tokens) / rate.perSecond;
}

/** Throws a `RangeError` unless at least one token fits and comes. */
export function checkRate({ perSecond, burst }: Rate): void {
  if (perSecond > 0 && burst >= 1) return;
  throw new RangeError('a rate is more than 0 a second, with a burst of at least 1');
}
