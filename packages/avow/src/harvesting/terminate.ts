import type { AuditedChange } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import type { Deployment } from '../deployment.ts';
import { runningOfParty } from '../disclosures/running.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { HarvestCase, Harvesting } from '../face/harvesting.ts';
import type { PartyId, PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { changePerson } from '../leaks/standing.ts';
import { changeTo } from '../parties/standing.ts';
import { runOut } from '../records/retention.ts';
import { acceptanceFrom, acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import { deletionId, deletionRow, owedAfter } from '../register/deletion.ts';
import { engagementFrom, engagementsOf } from '../register/engagement.ts';
import { leasesOf } from '../register/lease.ts';
import { keysOf, standingOf } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { addEvidence, changeEvidence, retireEvidence } from '../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import { appealIn, caseOf } from './case.ts';
import { decidedAs, decideOnCase } from './decide.ts';

/** What ends with an agreement, as far as reads know it: needed before the unit. */
interface Ending {
  readonly reads: readonly ReadOf<'evidence' | 'person' | 'record'>[];
  changes(rows: Rows, now: number): readonly AuditedChange[];
  running(rows: Rows, now: number): RunningOut['running'];
}

/** Ends the agreement with whoever harvested: the case, the agreement and all that rests on it, in one unit. */
export function terminateWith(deployment: Deployment): Harvesting['terminate'] {
  return (what) =>
    decideOnCase<HarvestCase & RunningOut>(deployment, 'terminate', what, async (actor, id) => {
      const ending =
        'user' in actor
          ? endingOfUser(deployment, actor.user)
          : await endingOfParty(deployment, actor.party);
      return {
        reads: ending.reads,
        decide(unit) {
          const { rows, found, appeal, now } = unit;
          if (found.state !== 'open' && found.state !== 'upheld') {
            throw new AvowError('AVOW_STATE', `is ${found.state} already`, 'harvest');
          }
          if (appeal) {
            throw new AvowError('AVOW_STATE', 'has an appeal that is to be heard first', 'harvest');
          }
          const decided = decidedAs(deployment, unit, 'terminated', { terminated: now });
          const words = deployment.policy.current().policy.vocabulary;
          return {
            evidence: 'harvest',
            state: 'terminated',
            changes: [...decided.changes, ...ending.changes(rows, now)],
            value: {
              ...caseOf(decided.row, appealIn(rows, id), words),
              running: ending.running(rows, now),
            },
          };
        },
      };
    });
}

/**
 * The acceptance ends, and what was kept until then begins to run out. None may stand: then nothing does. Somebody
 * may have made them active again since they were found: they are suspended, or they would accept anew.
 */
function endingOfUser({ vault, policy }: Deployment, person: PersonId): Ending {
  return {
    reads: [personOf(person), acceptanceOf(person), recordsOf(person)],
    changes(rows, now) {
      const suspended = changePerson(rows, person, { state: 'suspended' });
      const [before] = rows.of(acceptanceOf(person));
      if (before?.state !== 'accepted') return suspended;
      const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
      return [
        ...suspended,
        retireEvidence(before),
        addEvidence({ ...row, state: 'terminated', at: now }, acceptanceFrom(before)),
        ...runOut(policy.current().policy.vocabulary, rows.of(recordsOf(person)), now),
      ];
    },
    running: () => [],
  };
}

/** Every engagement ends, with the duty to delete, every key is revoked, and nothing is decided for them. */
async function endingOfParty({ vault, policy }: Deployment, party: PartyId): Promise<Ending> {
  const engagements = (await readNow(vault, engagementsOf(party))).of(engagementsOf(party));
  const live = engagements.filter(({ state }) => state !== 'ended').map(({ id }) => id);
  const leases = leasesOf(party, policy.moment());
  return {
    reads: [
      standingOf(party),
      engagementsOf(party),
      keysOf(party),
      leases,
      ...live.map((id) => deletionRow(deletionId(id))),
    ],
    changes(rows, now) {
      const ending = rows.of(engagementsOf(party)).filter(({ state }) => state !== 'ended');
      if (ending.some(({ id }) => !live.includes(id))) throw unsettled();
      const words = policy.current().policy.vocabulary;
      return [
        ...changeTo(rows.of(standingOf(party))[0], party, { state: 'suspended' }, now),
        ...ending.flatMap((before) => {
          const { id, at, until, ...body } = engagementFrom(before);
          const ended = { ...body, ended: now };
          return [
            changeEvidence(before, { state: 'ended', body: ended }),
            ...owedAfter(rows, party, { ...ended, id, at, until }, words, now),
          ];
        }),
        ...rows
          .of(keysOf(party))
          .filter(({ state }) => state === 'live')
          .map((before) => changeEvidence(before, { state: 'revoked', until: now })),
      ];
    },
    running: (rows, now) => runningOfParty(rows.of(leases), now),
  };
}
