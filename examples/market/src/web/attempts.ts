import { createLimiter, type Rate } from '@avow/server';
import type { MiddlewareHandler } from 'hono';
import { faultPage } from './fault.ts';
import type { Env } from './visit.ts';

/** Thirty at once, for a household or a school behind one address; then one every two seconds. */
const often: Rate = { perSecond: 0.5, burst: 30 };

/**
 * Bounds how often one address may have a password hashed, right or wrong: guessing is slow, and
 * nobody's guesses take the gate away from others.
 */
export function attempts(
  options: { readonly rate?: Rate; readonly now?: () => number } = {},
): MiddlewareHandler<Env> {
  const { rate = often, now } = options;
  const limiter = createLimiter({ rate, ...(now && { now }) });
  return async (c, next) => {
    const { caller } = c.env ?? {};
    const taken = caller === undefined ? undefined : limiter.take(caller);
    if (taken === undefined || taken.granted) return next();
    c.header('Retry-After', String(taken.wait));
    return faultPage(c, 'often');
  };
}
