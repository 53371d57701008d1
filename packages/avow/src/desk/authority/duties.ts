import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPartyId, asPersonId, asStatutoryDutyId } from '../../door/ids.ts';
import { country, malformed, moment, text } from '../../door/text.ts';
import { wordList } from '../../door/words.ts';
import { record } from '../../evidence/record.ts';
import type { StatutoryDuties, StatutoryDuty } from '../../face/authority.ts';
import type { PartyId, StatutoryDutyId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { staffRow } from '../../register/desk/staff.ts';
import {
  STATUTORY_DUTY,
  type StatutoryDutyBody,
  type StatutoryDutyRecord,
  statutoryDuties,
  statutoryDutyFrom,
  statutoryDutyIn,
  statutoryDutyRow,
} from '../../register/desk/statutory-duty.ts';
import { addEvidence, changeEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { mustBeStaff } from '../by.ts';

const LONGEST_LAW = 200;
const MOST_LISTED = 1_000;

/** The register of duties in law. A duty's party is had alone while it changes, as decisions share it. */
export function statutoryDutiesOf(deployment: Deployment): StatutoryDuties<Words> {
  const { vault, policy } = deployment;
  return {
    async register(what) {
      const words = policy.current().policy.vocabulary;
      const party = asPartyId(what.party);
      const by = asPersonId(what.by, 'by');
      const said = {
        law: text('law', what.law, LONGEST_LAW),
        article: text('article', what.article, LONGEST_LAW),
        country: country('country', what.country),
        party,
        categories: wordList('categories', what.categories, 'categories', words).sort(),
        recordedBy: by,
      };
      const from = what.from === undefined ? null : moment('from', what.from);
      const until = what.until === undefined ? null : moment('until', what.until);
      const request = repeatable(what, 'desk.duties.register', { ...said, from, until });
      return record<StatutoryDuty<Words>>(deployment, request, () => ({
        people: [],
        parties: [party],
        widens: true,
        still: [by],
        reads: [staffRow(by)],
        decide(rows, now) {
          mustBeStaff(rows, by);
          const body: StatutoryDutyBody = { ...said, from: from ?? now };
          if (until !== null && (until <= now || until <= body.from)) {
            throw malformed('until', 'must lie in the future, and after its beginning');
          }
          const row = { id: vault.mint(), kind: STATUTORY_DUTY, party, state: 'in-force', at: now };
          return {
            evidence: 'statutoryDuty',
            state: 'in-force',
            changes: [addEvidence({ ...row, until }, body)],
            value: dutyOf({ ...body, row: { ...row, until } }),
          };
        },
      }));
    },

    async end(what) {
      const id = asStatutoryDutyId(what.duty);
      const by = asPersonId(what.by, 'by');
      const request = repeatable(what, 'desk.duties.end', { duty: id, by });
      return record<StatutoryDuty<Words>>(deployment, request, async () => {
        const known = statutoryDutyIn(await readNow(vault, statutoryDutyRow(id)), id);
        return {
          people: [],
          parties: known ? [known.party as PartyId] : [],
          widens: false,
          still: [by],
          reads: [statutoryDutyRow(id), staffRow(by)],
          decide(rows) {
            mustBeStaff(rows, by);
            const found = statutoryDutyIn(rows, id);
            if (!found) throw new AvowError('AVOW_NOT_FOUND', 'no such duty', 'duty');
            if (found.row.state === 'ended') {
              throw new AvowError('AVOW_STATE', 'has ended already', 'duty');
            }
            const state = 'ended';
            return {
              evidence: 'statutoryDuty',
              state,
              changes: [changeEvidence(found.row, { state })],
              value: dutyOf({ ...found, row: { ...found.row, state } }),
            };
          },
        };
      });
    },

    async list() {
      const read = statutoryDuties(MOST_LISTED);
      return (await readNow(vault, read)).of(read).map(statutoryDutyFrom).map(dutyOf);
    },
  };
}

function dutyOf({
  row,
  party,
  ...said
}: StatutoryDutyBody & {
  readonly row: Pick<StatutoryDutyRecord['row'], 'id' | 'state' | 'until'>;
}): StatutoryDuty<Words> {
  const { law, article, country, categories, from } = said;
  return {
    duty: row.id as StatutoryDutyId,
    party: party as PartyId,
    ...{ law, article, country, categories: [...categories], from },
    until: row.until ?? undefined,
    ended: row.state === 'ended',
  };
}
