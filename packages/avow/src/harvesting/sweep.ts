import { historyCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { seenPast } from '../register/harvest.ts';
import { removePast } from '../rows/remove.ts';

const STEP = 200;

/** Removes what was counted in windows that are over; nothing reads it from their end on. */
export async function sweepSeen({ vault, policy }: Deployment): Promise<number> {
  const now = policy.moment();
  return removePast(vault, {
    evidence: 'reads',
    category: () => historyCategory,
    find: (after) => seenPast(now, STEP, after),
  });
}
