import type { Words } from '@avow/policy';
import { type EvidenceRow, standing } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asHoldId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { Holds } from '../face/holds.ts';
import type { PersonId } from '../face/ids.ts';
import { holdFrom, unliftedHolds } from '../register/hold.ts';
import { readNow } from '../rows/reading.ts';
import { holdOf } from './holds.ts';

const FEW = 100;
const MOST = 1_000;

/**
 * Holds that stand, over everybody. One that ended by time keeps its row as it was, so such are passed over, and
 * it is read on until there are as many as were asked for: a shorter answer is the end.
 */
export function standingWith({ vault, policy }: Deployment): Holds<Words>['standing'] {
  return async ({ after, limit = FEW } = {}) => {
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const size = Math.max(limit, FEW);
    const found: EvidenceRow[] = [];
    let from: string | undefined = after === undefined ? undefined : asHoldId(after, 'after');
    for (;;) {
      const read = unliftedHolds(size, from);
      const rows = (await readNow(vault, read)).of(read);
      found.push(...standing(rows, policy.moment()));
      if (rows.length < size || found.length >= limit) break;
      from = rows.at(-1)?.id;
    }
    return found.slice(0, limit).map((row) => holdOf(row.person as PersonId, holdFrom(row)));
  };
}
