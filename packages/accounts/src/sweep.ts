import type { Premises } from './premises.ts';
import { CONFIRM_WITHIN, discard } from './sign-up.ts';
import { unconfirmedBefore } from './stored.ts';

const HOUR = 3_600_000;

/** Erases what somebody entered and nobody confirmed; answers how many people that were. */
export async function sweep(premises: Premises): Promise<number> {
  let swept = 0;
  for (;;) {
    const stale = await unconfirmedBefore(premises.door, premises.now() - CONFIRM_WITHIN);
    if (stale.length === 0) return swept;
    for (const account of stale) if (await discard(premises, account)) swept += 1;
  }
}

/** Sweeps every hour until it is stopped. */
export function sweepHourly(premises: Premises, fault: (problem: unknown) => void) {
  const timer = setInterval(() => void sweep(premises).catch(fault), HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
