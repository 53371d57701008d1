import type { Words } from '@avow/policy';
import type { EvidenceRow, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asDutyId, asEngagementId, asPartyId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Parties } from '../face/parties.ts';
import type { DeletionState, PartyDuty } from '../face/party.ts';
import { AvowError } from '../fault.ts';
import {
  type DeletionBody,
  deletionFrom,
  deletionIn,
  deletionRow,
  deletionsIn,
  deletionsOf,
} from '../register/deletion.ts';
import { keysOf, liveKeys } from '../register/party.ts';
import { isNews, partyViolations, violationRow } from '../register/party-violation.ts';
import { changeEvidence } from '../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import { readReceipt } from './receipt.ts';

const PAGE = 1_000;

/** States of a duty that somebody still has to see to, in the order of how much. */
const OPEN = ['overdue', 'refused', 'reminded', 'due'] as const satisfies readonly DeletionState[];

/** What parties owe when an engagement of theirs has ended. */
export function dutiesWith(
  deployment: Deployment,
): Pick<Parties<Words>, 'duties' | 'confirmDeletion' | 'refuseDeletion'> {
  const { vault, policy } = deployment;
  return {
    async duties(party) {
      if (party !== undefined) {
        const read = deletionsOf(asPartyId(party));
        return dutiesTold((await readNow(vault, read)).of(read));
      }
      const open: EvidenceRow[] = [];
      for (const state of OPEN) {
        for await (const row of several(vault, (after) => deletionsIn(state, PAGE, after))) {
          open.push(row);
        }
      }
      return dutiesTold(open);
    },

    async confirmDeletion(what) {
      const party = asPartyId(what.party);
      const duty = asDutyId(what.duty);
      const keys = await readNow(vault, keysOf(party));
      const now = policy.moment();
      const receipt = await readReceipt(what.receipt, liveKeys(keys, party, 'sig'), now);
      const { jws, digest, kid, deleted, deletedAt } = receipt;
      const request = repeatable(what, 'parties.confirmDeletion', { party, duty, digest });
      return record(deployment, request, () => ({
        people: [],
        parties: [party],
        widens: false,
        reads: [deletionRow(duty), keysOf(party)],
        decide(rows, at) {
          const before = mustOwe(rows, duty, party);
          const body = deletionFrom(before);
          if (body.receipt?.digest === digest) {
            const changes: [] = [];
            return { evidence: 'deletion', state: 'confirmed', changes, value: toldOf(before) };
          }
          if (before.state === 'confirmed') throw isOver();
          // Revoked since the signature was checked: it counts no longer.
          if (!liveKeys(rows, party, 'sig').some(({ jwk }) => jwk.kid === kid)) {
            throw malformed('receipt', 'must be signed by a key of the party');
          }
          if (receipt.party !== party || receipt.duty !== duty) {
            throw malformed('receipt', 'must name this party and this duty');
          }
          if (!isAll(body.categories, deleted)) {
            throw malformed(
              'receipt',
              'must name just the categories of the duty, and all of them',
            );
          }
          const confirmed: DeletionBody = {
            ...body,
            receipt: { jws, digest, kid, deleted, deletedAt, at },
          };
          return {
            evidence: 'deletion',
            state: 'confirmed',
            changes: [changeEvidence(before, { state: 'confirmed', body: confirmed })],
            value: toldOf(before, 'confirmed', confirmed),
          };
        },
      }));
    },

    async refuseDeletion(what) {
      const party = asPartyId(what.party);
      const duty = asDutyId(what.duty);
      const fault = { party, kind: 'refusedDeletion', matter: duty } as const;
      return record(
        deployment,
        repeatable(what, 'parties.refuseDeletion', { party, duty }),
        () => ({
          people: [],
          parties: [party],
          widens: false,
          reads: [deletionRow(duty), partyViolations(party)],
          decide(rows, now) {
            const before = mustOwe(rows, duty, party);
            if (before.state === 'confirmed' || before.state === 'refused') throw isOver();
            return {
              evidence: 'deletion',
              state: 'refused',
              changes: [
                changeEvidence(before, { state: 'refused' }),
                ...(isNews(rows, fault) ? [violationRow(fault, now)] : []),
              ],
              value: toldOf(before, 'refused'),
            };
          },
        }),
      );
    },
  };
}

/** Duties as the platform and their party meet them, the newest end first. */
export function dutiesTold(rows: readonly EvidenceRow[]): PartyDuty<Words>[] {
  return rows
    .map((row) => toldOf(row))
    .sort((a, b) => b.ended - a.ended || (a.duty < b.duty ? -1 : 1));
}

/** Every row of a read, a page at a time. */
export async function* several(
  vault: Vault,
  pageAfter: (after: string | undefined) => ReadOf<'evidence'>,
): AsyncIterable<EvidenceRow> {
  for (let after: string | undefined; ; ) {
    const page = pageAfter(after);
    const [rows] = await vault.read([page]);
    yield* rows;
    if (rows.length < page.limit) return;
    after = rows.at(-1)!.id;
  }
}

function toldOf(
  row: EvidenceRow,
  state = row.state as DeletionState,
  body: DeletionBody = deletionFrom(row),
): PartyDuty<Words> {
  return {
    duty: asDutyId(row.id),
    party: asPartyId(row.party),
    state,
    engagement: asEngagementId(body.engagement),
    categories: body.categories,
    ended: body.ended,
    deadline: row.until ?? row.at,
    hints: body.hints,
    receipt: body.receipt ?? undefined,
  };
}

function mustOwe(rows: Rows, duty: string, party: string): EvidenceRow {
  const row = deletionIn(rows, duty, party);
  if (row) return row;
  throw new AvowError('AVOW_NOT_FOUND', 'no such duty of this party', 'duty');
}

function isOver(): AvowError {
  return new AvowError('AVOW_STATE', 'is answered already', 'duty');
}

/** Whether a list names all of the others, and nothing else or twice. */
function isAll(wanted: readonly string[], named: readonly string[]): boolean {
  return (
    named.length === new Set(named).size &&
    named.length === wanted.length &&
    wanted.every((each) => named.includes(each))
  );
}
