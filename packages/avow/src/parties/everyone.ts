import type { Words } from '@avow/policy';
import type { EvidenceRow, Vault } from '@avow/vault';
import { asPartyId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { PartyId } from '../face/ids.ts';
import type { Parties } from '../face/parties.ts';
import type { Party } from '../face/party.ts';
import { deletionsOf } from '../register/deletion.ts';
import { engagementsOf } from '../register/engagement.ts';
import { keysOf, type PartyState, partyFrom, standingOf, standings } from '../register/party.ts';
import { partyViolations } from '../register/party-violation.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { dutiesTold } from './duties.ts';
import { engagementsTold } from './engagement.ts';
import { keysTold } from './keys.ts';
import { violationCounts } from './violations.ts';

const PAGE = 20;
const LARGEST_PAGE = 100;

/** Parties with all that is on record of them, for whoever looks after them. */
export function everyoneIn(vault: Vault): Pick<Parties<Words>, 'get' | 'everyone'> {
  return {
    async get(party) {
      const id = asPartyId(party);
      const rows = await readNow(vault, standingOf(id), ...readsOf(id));
      const told = partyIn(rows, id, rows.of(standingOf(id))[0]);
      const isKnown = rows.of(standingOf(id)).length > 0 || told.engagements.length > 0;
      return isKnown ? told : undefined;
    },

    async everyone({ after, limit = PAGE } = {}) {
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw malformed('limit', `must be 1 to ${LARGEST_PAGE}`);
      }
      const page = standings(limit, after === undefined ? undefined : asPartyId(after, 'after'));
      const standing = (await readNow(vault, page)).of(page);
      const parties = standing.map((row) => ({ row, id: asPartyId(row.party) }));
      const rows = await readNow(vault, ...parties.flatMap(({ id }) => readsOf(id)));
      return parties.map(({ row, id }) => partyIn(rows, id, row));
    },
  };
}

function readsOf(party: string) {
  return [engagementsOf(party), keysOf(party), deletionsOf(party), partyViolations(party)];
}

function partyIn(rows: Rows, party: PartyId, row: EvidenceRow | undefined): Party<Words> {
  return {
    party,
    state: (row?.state as PartyState | undefined) ?? 'active',
    notify: (row && partyFrom(row).notify) ?? undefined,
    engagements: engagementsTold(party, rows.of(engagementsOf(party))),
    keys: keysTold(rows.of(keysOf(party))),
    duties: dutiesTold(rows.of(deletionsOf(party))),
    violations: violationCounts(rows.of(partyViolations(party))),
  };
}
