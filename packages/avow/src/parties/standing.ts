import type { Words } from '@avow/policy';
import type { AuditedChange, EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { runningOfParty } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPartyId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Parties } from '../face/parties.ts';
import { leasesOf } from '../register/lease.ts';
import {
  type PartyBody,
  type PartyState,
  partyFrom,
  partyRow,
  standingOf,
} from '../register/party.ts';
import { setSuspension, suspensionOf } from '../register/suspension.ts';
import { changeEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { hintAddress } from './hint.ts';

/** How a party stands, and where it is told that something waits for it. */
export function standingWith(
  deployment: Deployment,
): Pick<Parties<Words>, 'suspend' | 'reinstate' | 'notifyAt'> {
  async function set(what: Parameters<Parties<Words>['suspend']>[0], state: PartyState) {
    const party = asPartyId(what.party);
    const by = actorOf(what);
    const leases = leasesOf(party, deployment.policy.moment());
    return record(deployment, repeatable(what, 'parties.standing', { party, state, by }), () => ({
      people: [],
      parties: [party],
      by,
      widens: state === 'active',
      reads: [...standingReads(party), leases],
      decide(rows, now) {
        const changes = suspendedBy(rows, party, state, now);
        const running = state === 'active' ? [] : runningOfParty(rows.of(leases), now);
        return { evidence: 'partyStanding', state, changes, value: { party, state, running } };
      },
    }));
  }

  return {
    suspend: (what) => set(what, 'suspended'),
    reinstate: (what) => set(what, 'active'),
    async notifyAt(what) {
      const party = asPartyId(what.party);
      const by = actorOf(what);
      const notify = what.notify === undefined ? null : hintAddress(what.notify);
      return record(
        deployment,
        repeatable(what, 'parties.notifyAt', { party, notify, by }),
        () => ({
          people: [],
          parties: [party],
          by,
          widens: false,
          reads: [standingOf(party)],
          decide(rows, now) {
            const [before] = rows.of(standingOf(party));
            return {
              evidence: 'partyNotify',
              state: notify === null ? 'nowhere' : 'set',
              changes: changeTo(before, party, { body: { notify } }, now),
              value: { party, notify: notify ?? undefined },
            };
          },
        }),
      );
    },
  };
}

/** What `suspendedBy` needs to have been read. */
export const standingReads = (party: string) => [standingOf(party), suspensionOf({ party })];

/**
 * That the platform suspends a party or reinstates it, whatever else suspended it, and that it was the platform: so
 * no end of a case opens it again.
 */
export function suspendedBy(
  rows: Rows,
  party: string,
  state: PartyState,
  now: number,
): AuditedChange[] {
  return [
    ...changeTo(rows.of(standingOf(party))[0], party, { state }, now),
    ...setSuspension(rows, { party }, state === 'suspended', now),
  ];
}

/** The row of the party, as it is from now on; nothing where it is so already. */
export function changeTo(
  before: EvidenceRow | undefined,
  party: string,
  to: { readonly state?: PartyState; readonly body?: PartyBody },
  now: number,
): AuditedChange[] {
  if (!before) return [partyRow(party, to.state ?? 'active', to.body ?? { notify: null }, now)];
  const isSame =
    (to.state ?? before.state) === before.state &&
    (to.body ?? partyFrom(before)).notify === partyFrom(before).notify;
  return isSame ? [] : [changeEvidence(before, to)];
}
