import type { Taken } from './limiter.ts';
import type { Rate } from './rate.ts';

/** What is counted: the requests of an API key, or those of an address without one. */
export type LimitName = 'key' | 'address';

/**
 * What a client is told of a limit (draft-ietf-httpapi-ratelimit-headers-10): of the policy how many
 * at once (`q`) and in how many seconds as many again (`w`); of its own state what is left (`r`),
 * and in how many seconds there is more (`t`).
 */
export function limitFields(name: LimitName, rate: Rate, { left, wait }: Taken) {
  if (!Number.isFinite(rate.burst)) return {};
  const window = Math.max(1, Math.ceil(rate.burst / rate.perSecond));
  return {
    'ratelimit-policy': `"${name}";q=${Math.floor(rate.burst)};w=${window}`,
    ratelimit: `"${name}";r=${left};t=${wait}`,
  };
}
