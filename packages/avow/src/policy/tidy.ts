import type { EntryDraft } from '@avow/vault';
import { settle } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import {
  POLICY,
  policyStanding,
  type Standing,
  standingIn,
  versionLock,
} from '../register/version.ts';
import { archiveEntry, changeVersion, versionEntry } from '../rows/change.ts';
import { Reading } from '../rows/reading.ts';
import { compare, storedIn } from './compare.ts';
import { withdraw } from './withdraw.ts';

/**
 * Writes down in the background what needs no writing to be so: that an announced version is in force
 * since its date. And takes back one that drops a category of which something is held after all.
 */
export async function tidyVersions(deployment: Deployment): Promise<void> {
  const { vault, policy } = deployment;
  const { inForce, coming, past } = await policy.standing();
  if (coming !== undefined) {
    const before = inForce && (await policy.edition(inForce.digest));
    const next = await policy.edition(coming.digest);
    const held = before && next ? await storedIn(vault, compare(before, next).drops) : {};
    if (Object.keys(held).length > 0) await withdraw(deployment, coming.digest, {});
  }
  if (past === undefined) return;
  const reading = new Reading(policyStanding);
  await settle(vault, undefined, () =>
    vault.act({
      locks: [versionLock(POLICY, 'exclusive')],
      reads: reading.reads,
      decide: (found, { now }) => ({
        answer: undefined,
        entries: settled(standingIn(reading.rows(found), now)),
      }),
    }),
  );
}

/** The entries that write down what a date has brought: the one before archived, the next in force. */
export function settled({ inForce, past }: Standing): EntryDraft[] {
  if (past === undefined || inForce === undefined) return [];
  return [
    archiveEntry(past),
    versionEntry(changeVersion(inForce, { state: 'in-force' }).after, inForce),
  ];
}
