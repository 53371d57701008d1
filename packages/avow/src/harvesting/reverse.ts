import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asHarvestId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { HarvestCase, Harvesting } from '../face/harvesting.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { othersFreezing, staysSuspended } from '../leaks/standing.ts';
import { changeTo } from '../parties/standing.ts';
import { keepOn } from '../records/retention.ts';
import { acceptanceFrom, acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import { staffRow } from '../register/desk/staff.ts';
import { dueOf, setDue } from '../register/due.ts';
import {
  type Actor,
  actorOf,
  appealOf,
  caseBody,
  casesAgainst,
  harvestCase,
  harvestRef,
} from '../register/harvest.ts';
import { standingOf } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { addEvidence, changeEvidence, retireEvidence } from '../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import {
  appealIn,
  caseIn,
  caseKept,
  caseOf,
  decidedBy,
  mustBeAnother,
  mustDecide,
  noSuchCase,
  openAppealIn,
} from './case.ts';
import { heardAs } from './uphold.ts';

/**
 * Undoes a case in one unit: whoever was suspended by it is active again, unless another case stands
 * against them, and a user's agreement that was ended by it stands again.
 */
export function reverseWith(deployment: Deployment): Harvesting['reverse'] {
  const { vault, policy } = deployment;
  const words = () => policy.current().policy.vocabulary;
  return async (what) => {
    const id = asHarvestId(what.harvest);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'harvesting.reverse', { id, by });
    return record<HarvestCase>(deployment, request, async () => {
      const [row] = (await readNow(vault, harvestCase(id))).of(harvestCase(id));
      if (row === undefined) throw noSuchCase();
      const actor = actorOf(row);
      const isUser = 'user' in actor;
      return {
        people: isUser ? [actor.user] : [],
        parties: isUser ? [] : [actor.party],
        widens: false,
        still: [by],
        note: { by },
        reads: [
          staffRow(by),
          harvestCase(id),
          appealOf(id),
          dueOf(harvestRef(id)),
          casesAgainst(actor),
          ...standingReads(actor),
        ],
        decide(rows, now) {
          mustDecide(rows, actor, by);
          const found = caseIn(rows, id, now);
          if (found.state === 'reversed') {
            throw new AvowError('AVOW_STATE', 'is reversed already', 'harvest');
          }
          const appeal = openAppealIn(rows, id);
          if (appeal) mustBeAnother(found, by);
          const heard = appeal && heardAs(appeal, 'granted', by, now);
          const body = decidedBy(found, by, now);
          const until = caseKept(words(), now);
          const after = { ...found, state: 'reversed', until, body: JSON.stringify(body) };
          const others = rows
            .of(casesAgainst(actor))
            .filter((each) => each.id !== id && each.state !== 'reversed');
          const terminated = caseBody(found).terminated ?? undefined;
          return {
            evidence: 'harvest',
            state: 'reversed',
            changes: [
              changeEvidence(found, { state: 'reversed', until, body }),
              ...(heard ? [heard.change] : []),
              ...setDue(rows, harvestRef(id), until, now),
              ...(others.length > 0
                ? []
                : undoing(deployment, actor, rows, { id, terminated }, now)),
            ],
            value: caseOf(after, heard?.row ?? appealIn(rows, id), words()),
          };
        },
      };
    });
  };
}

function standingReads(actor: Actor): ReadOf<'evidence' | 'person' | 'record'>[] {
  if ('party' in actor) return [standingOf(actor.party)];
  const { user } = actor;
  return [personOf(user), acceptanceOf(user), recordsOf(user), ...othersFreezing(user)];
}

/** `terminated`: when the agreement was ended by the case, if it was. */
function undoing(
  deployment: Deployment,
  actor: Actor,
  rows: Rows,
  { id, terminated }: { readonly id: string; readonly terminated: number | undefined },
  now: number,
): AuditedChange[] {
  if ('party' in actor) {
    const { party } = actor;
    return changeTo(rows.of(standingOf(party))[0], party, { state: 'active' }, now);
  }
  const { user } = actor;
  const changes =
    terminated === undefined ? [] : agreedAgain(deployment, user, rows, terminated, now);
  const [before] = rows.of(personOf(user));
  // What a leak froze stays frozen.
  if (before?.state !== 'suspended' || staysSuspended(rows, user, [id])) return changes;
  const { salt: _salt, hash: _hash, ...row } = before;
  return [...changes, { table: 'person', before, after: { ...row, state: 'active' } }];
}

/** The agreement as it stood: they never ended it, and it was wrong that we did. */
function agreedAgain(
  { vault, policy }: Deployment,
  person: PersonId,
  rows: Rows,
  terminated: number,
  now: number,
): AuditedChange[] {
  const [before] = rows.of(acceptanceOf(person));
  // Whatever was said since, by them or by another case, stands.
  if (before?.state !== 'terminated' || before.at !== terminated) return [];
  const row = { id: vault.mint(), kind: 'acceptance', person, ref: acceptanceRef(person) };
  return [
    retireEvidence(before),
    addEvidence({ ...row, state: 'accepted', at: now }, acceptanceFrom(before)),
    ...keepOn(policy.current().policy.vocabulary, rows.of(recordsOf(person))),
  ];
}
