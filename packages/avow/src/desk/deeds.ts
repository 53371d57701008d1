import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asPartyId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { Deed, Desk } from '../face/desk.ts';
import type { PersonId } from '../face/ids.ts';
import { deedFrom, deedsAbout, newestDeeds } from '../register/deed.ts';
import { readNow } from '../rows/reading.ts';

const FEW = 100;
const MOST = 1_000;

/** What operators did outside of cases, which say by themselves who did what in them. */
export function deedsWith({ vault }: Deployment): Desk<Words>['deeds'] {
  return async ({ party, limit = FEW } = {}) => {
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const read = party === undefined ? newestDeeds(limit) : deedsAbout(asPartyId(party), limit);
    const rows = (await readNow(vault, read)).of(read);
    return rows
      .map((row): Deed => {
        const { by, evidence, state, of } = deedFrom(row);
        const about = row.party === null ? undefined : asPartyId(row.party);
        return {
          by: by as PersonId,
          at: row.at,
          evidence,
          state,
          of: of ?? undefined,
          party: about,
        };
      })
      .sort((a, b) => b.at - a.at);
  };
}
