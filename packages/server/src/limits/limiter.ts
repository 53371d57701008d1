import { type Bucket, checkRate, type Rate, secondsUntil, tokensIn } from './rate.ts';

/** What came of asking for a place. */
export interface Taken {
  readonly granted: boolean;
  /** Whole requests that may come at once now. */
  readonly left: number;
  /** Whole seconds until the next one may come; 0 while one may come now. */
  readonly wait: number;
}

export interface LimiterOptions {
  readonly rate: Rate;
  /** Whose buckets are kept at most; whoever came longest ago is forgotten first. Default 20,000. */
  readonly most?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * Token buckets, one for each name, in this process alone: several processes grant several times as
 * much. Its memory is bounded. Who is forgotten begins with a full bucket again; to have that done
 * to a bucket, somebody needs as many others as are kept, and might as well have used those.
 */
export interface Limiter {
  readonly rate: Rate;
  /** Takes `cost` tokens (1 if not said) if there are that many, else none. */
  take(name: string, cost?: number): Taken;
  /** Takes tokens for what has been done already; the bucket is empty at worst. */
  charge(name: string, cost: number): Taken;
  /** Puts back what was taken for nothing. */
  giveBack(name: string, cost?: number): void;
  /** Whether a bucket is kept under this name. */
  knows(name: string): boolean;
  forget(name: string): void;
  /** How many buckets are kept. */
  readonly size: number;
}

export function createLimiter(options: LimiterOptions): Limiter {
  const { rate, most = 20_000, now = () => performance.now() } = options;
  checkRate(rate);
  const buckets = new Map<string, Bucket>();

  function keep(name: string, tokens: number, at: number): void {
    // A map keeps the order of insertion: put back, it is the newest.
    buckets.delete(name);
    buckets.set(name, { tokens, at });
    if (buckets.size > most) buckets.delete(buckets.keys().next().value as string);
  }

  const told = (granted: boolean, tokens: number, wanted = 1): Taken => ({
    granted,
    left: Math.floor(tokens),
    wait: Math.ceil(secondsUntil(granted ? 1 : wanted, tokens, rate)),
  });

  return {
    rate,
    take(name, cost = 1) {
      const at = now();
      const tokens = tokensIn(buckets.get(name), rate, at);
      const granted = tokens >= cost;
      const rest = granted ? tokens - cost : tokens;
      keep(name, rest, at);
      return told(granted, rest, cost);
    },
    charge(name, cost) {
      const at = now();
      const rest = Math.max(0, tokensIn(buckets.get(name), rate, at) - cost);
      keep(name, rest, at);
      return told(rest >= 1, rest);
    },
    giveBack(name, cost = 1) {
      const bucket = buckets.get(name);
      if (bucket === undefined) return;
      const at = now();
      keep(name, Math.min(rate.burst, tokensIn(bucket, rate, at) + cost), at);
    },
    knows: (name) => buckets.has(name),
    forget: (name) => void buckets.delete(name),
    get size() {
      return buckets.size;
    },
  };
}
