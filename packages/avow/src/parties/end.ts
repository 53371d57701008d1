import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { runningOfParty } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Acting, Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { EngagementId, EntryId, PartyId } from '../face/ids.ts';
import type { Engagement } from '../face/party.ts';
import { AvowError } from '../fault.ts';
import { deletionId, deletionRow, owedAfter } from '../register/deletion.ts';
import { engagementFrom, engagementsOf } from '../register/engagement.ts';
import { leasesOf } from '../register/lease.ts';
import { introduced, standingOf } from '../register/party.ts';
import { changeEvidence } from '../rows/change.ts';
import { engagementOf } from './engagement.ts';

/**
 * Ends an engagement: the party is had alone meanwhile, so nothing commits under it afterwards. What it
 * owes from now on is written down with it. What it still has open is listed, also what it may go on
 * opening under another engagement.
 */
export async function end(
  deployment: Deployment,
  party: PartyId,
  engagement: EngagementId,
  options: Acting & Idempotent,
): Promise<Engagement<Words> & RunningOut & { readonly entry: EntryId }> {
  const by = actorOf(options);
  const request = repeatable(options, 'parties.end', { party, engagement, by });
  const leases = leasesOf(party, deployment.policy.moment());
  return record(deployment, request, () => ({
    people: [],
    parties: [party],
    by,
    widens: false,
    reads: [engagementsOf(party), deletionRow(deletionId(engagement)), standingOf(party), leases],
    decide(rows, now) {
      const before = rows.of(engagementsOf(party)).find((row) => row.id === engagement);
      if (!before) {
        throw new AvowError('AVOW_NOT_FOUND', 'no such engagement of this party', 'engagement');
      }
      if (before.state === 'ended') {
        throw new AvowError('AVOW_STATE', 'has ended already', 'engagement');
      }
      const { id, at, until, ...body } = engagementFrom(before);
      const ended = { ...body, ended: now };
      const words = deployment.policy.current().policy.vocabulary;
      return {
        evidence: 'engagement',
        state: 'ended',
        changes: [
          changeEvidence(before, { state: 'ended', body: ended }),
          ...owedAfter(rows, party, { ...ended, id, at, until }, words, now),
          ...introduced(rows, party, now),
        ],
        value: {
          ...engagementOf(party, { ...ended, id, at, until }),
          running: runningOfParty(rows.of(leases), now),
        },
      };
    },
  }));
}
