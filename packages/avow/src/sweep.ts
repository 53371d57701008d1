import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import { tidyChildren } from './children/erase.ts';
import type { Deployment } from './deployment.ts';
import { tidyDesk } from './desk/tidy.ts';
import { takeBackGoing } from './directory/take-back.ts';
import { sweepDisclosures } from './disclosures/sweep.ts';
import { sweepExempt } from './exempt/sweep.ts';
import type { Avow } from './face/index.ts';
import { sweepSeen } from './harvesting/sweep.ts';
import { sweepTerms } from './items/sweep.ts';
import { tidyVersions } from './policy/tidy.ts';
import { sweepRegisters } from './registers/sweep.ts';

/**
 * Removes whatever is past its time, kind by kind. The terms of items go after the items, never before:
 * without them nobody could tell what is held.
 */
export function sweepOf(deployment: Deployment, clock: Clock): Avow<Words>['sweep'] {
  const { vault, policy } = deployment;
  return async (onProgress) => {
    await tidyVersions(deployment);
    const gone = await vault.sweepExpired(onProgress);
    const terms = await sweepTerms(vault, clock.now());
    const copies = await sweepExempt(vault, policy);
    await tidyDesk(deployment);
    await tidyChildren(deployment);
    const registers = await sweepRegisters(vault, clock.now());
    const disclosures = await sweepDisclosures(deployment);
    const seen = await sweepSeen(deployment);
    await takeBackGoing(deployment);
    return gone + terms + copies + registers + disclosures + seen;
  };
}
