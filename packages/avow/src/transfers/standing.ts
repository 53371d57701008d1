import type { Words } from '@avow/policy';
import { isFault } from '@avow/vault';
import { previewed } from '../act/preview.ts';
import type { Deployment } from '../deployment.ts';
import { questionBy } from '../disclosures/open.ts';
import type { Disclosures } from '../face/disclosures.ts';
import type { DisclosureId, PartyId } from '../face/ids.ts';
import type { Transfers } from '../face/transfers.ts';
import { isAvowFault } from '../fault.ts';
import {
  type DisclosureRecord,
  disclosureIn,
  disclosureRow,
  isOpen,
} from '../register/disclosure.ts';
import { partyOfRegion } from '../register/region.ts';
import { readNow } from '../rows/reading.ts';
import { read } from './letter.ts';

/** Another region asks to open: decided and on record as for any party. */
export function openWith(
  deployment: Deployment,
  open: Disclosures<Words>['open'],
): Transfers<Words>['open'] {
  return async (letter) => {
    const { iss, disclosure } = await read(deployment, 'opening', letter);
    const party = partyOfRegion(iss);
    const decided = await open({ party, disclosure: disclosure as DisclosureId });
    return decided.permitted ? { ...decided, value: { key: decided.value.key } } : decided;
  };
}

/**
 * Another region asks what stands: whatever it could still open. Nothing opens, so nothing is recorded; it
 * asks every hour, and what matters to a person is that it has ended.
 */
export function standingWith(
  deployment: Deployment,
  now: () => number,
): Transfers<Words>['standing'] {
  return async (letter) => {
    const { iss, disclosures } = await read(deployment, 'standing', letter);
    const party = partyOfRegion(iss);
    const rows = await readNow(deployment.vault, ...disclosures.map(disclosureRow));
    const standing: DisclosureId[] = [];
    for (const id of new Set(disclosures)) {
      const record = disclosureIn(rows, id);
      if (record?.party !== party || !isOpen(record)) continue;
      if (await stands(deployment, record, party, now)) standing.push(id as DisclosureId);
    }
    return standing;
  };
}

/** Whether it would be opened now. Of somebody who is gone nothing stands. */
async function stands(
  deployment: Deployment,
  disclosure: DisclosureRecord,
  party: PartyId,
  now: () => number,
): Promise<boolean> {
  const question = questionBy({ disclosure, party }, disclosure.categories);
  return previewed(deployment, question, now).then(
    ({ permitted }) => permitted,
    (problem: unknown) => {
      if (isGone(problem)) return false;
      throw problem;
    },
  );
}

function isGone(problem: unknown): boolean {
  return isFault(problem, 'AVOW_ERASED') || isAvowFault(problem, 'AVOW_NOT_FOUND');
}
