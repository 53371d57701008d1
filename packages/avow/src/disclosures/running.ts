import { type EvidenceRow, VaultError } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Running } from '../face/disclosures.ts';
import type { DisclosureId, PartyId } from '../face/ids.ts';
import type { DisclosureRecord } from '../register/disclosure.ts';
import { leaseOf, runsUntil } from '../register/lease.ts';

/** Disclosures for which nothing is granted any more, and who has each. Plain data. */
export type Ended = readonly (readonly [disclosure: string, party: string])[];

export function endedOf(handed: readonly DisclosureRecord[]): Ended {
  return handed.map(({ row, party }) => [row.id, party]);
}

/**
 * The openings of these that have not run out, those that run longest first. Read after the unit that
 * ended them, when there can be no new one: a unit that read them itself would have to know beforehand
 * which there are, and whoever goes on handing over would keep it from ever happening. What has ended has
 * ended even if this fails, so it does not fail as if nothing had been kept.
 */
export async function stillRunning(
  { vault, policy }: Pick<Deployment, 'vault' | 'policy'>,
  ended: Ended,
): Promise<Running[]> {
  const leases = await vault.read(ended.map(([id]) => leaseOf(id))).catch(keptAllTheSame);
  const now = policy.moment();
  return ended
    .flatMap(([id, party], at) => {
      const until = runsUntil(leases[at] ?? [], now);
      return until === undefined ? [] : runningOf(id, party, until);
    })
    .sort(longestFirst);
}

/** What runs of a party's openings, by rows of `leasesOf`. */
export function runningOfParty(rows: readonly EvidenceRow[], now: number): Running[] {
  const latest = new Map<string, Running>();
  for (const { ref, party, until } of rows) {
    if (ref === null || party === null || until === null || until <= now) continue;
    const before = latest.get(ref);
    if (before === undefined || before.until < until) latest.set(ref, runningOf(ref, party, until));
  }
  return [...latest.values()].sort(longestFirst);
}

function runningOf(disclosure: string, party: string, until: number): Running {
  return { disclosure: disclosure as DisclosureId, party: party as PartyId, until };
}

function longestFirst(a: Running, b: Running): number {
  return b.until - a.until;
}

export function keptAllTheSame(cause: unknown): never {
  throw new VaultError('AVOW_UNCERTAIN', 'what still runs could not be read', { cause });
}
