import { historyCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { disclosuresPast } from '../register/disclosure.ts';
import { leasesPast } from '../register/lease.ts';
import { removePast } from '../rows/remove.ts';
import { closeEnded } from './close-ended.ts';

/** Rows that one act removes; its entry names each by a hash. */
const STEP = 200;

/**
 * Tidies what handing over leaves behind: leases that are over, keys of what was handed over under an
 * engagement that has ended, closed disclosures whose time on record is over. None of it decides
 * anything: openings are refused from the very end. Resolves to how many rows went.
 */
export async function sweepDisclosures(deployment: Deployment): Promise<number> {
  const { vault, policy } = deployment;
  await closeEnded(deployment);
  const now = policy.moment();
  const leases = await removePast(vault, {
    evidence: 'lease',
    category: () => historyCategory,
    find: (after) => leasesPast(now, STEP, after),
  });
  const closed = await removePast(vault, {
    evidence: 'disclosure',
    category: () => historyCategory,
    find: (after) => disclosuresPast(now, STEP, after),
  });
  return leases + closed;
}
