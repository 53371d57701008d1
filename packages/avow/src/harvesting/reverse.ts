import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { HarvestCase, Harvesting } from '../face/harvesting.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { othersFreezing, staysSuspended } from '../leaks/standing.ts';
import { changeTo } from '../parties/standing.ts';
import { keepOn } from '../records/retention.ts';
import { acceptanceFrom, acceptanceOf, acceptanceRef } from '../register/acceptance.ts';
import { type Actor, caseBody, casesAgainst } from '../register/harvest.ts';
import { standingOf } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import { recordsOf } from '../register/record.ts';
import { suspensionOf } from '../register/suspension.ts';
import { addEvidence, retireEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { appealIn, caseOf, mustBeAnother } from './case.ts';
import { decidedAs, decideOnCase } from './decide.ts';
import { heardAs } from './uphold.ts';

/**
 * Undoes a case in one unit: whoever was suspended by it is active again, unless another case stands
 * against them, and a user's agreement that was ended by it stands again.
 */
export function reverseWith(deployment: Deployment): Harvesting['reverse'] {
  return (what) =>
    decideOnCase<HarvestCase>(deployment, 'reverse', what, (actor, id) => ({
      reads: [casesAgainst(actor), ...standingReads(actor)],
      decide(unit) {
        const { rows, found, appeal, by, now } = unit;
        if (found.state === 'reversed') {
          throw new AvowError('AVOW_STATE', 'is reversed already', 'harvest');
        }
        if (appeal) mustBeAnother(found, by);
        const heard = appeal && heardAs(appeal, 'granted', by, now);
        const decided = decidedAs(deployment, unit, 'reversed');
        const others = rows
          .of(casesAgainst(actor))
          .filter((each) => each.id !== id && each.state !== 'reversed');
        const terminated = caseBody(found).terminated ?? undefined;
        const undone =
          others.length > 0 ? [] : undoing(deployment, actor, rows, { id, terminated }, now);
        const words = deployment.policy.current().policy.vocabulary;
        return {
          evidence: 'harvest',
          state: 'reversed',
          changes: [...decided.changes, ...(heard ? [heard.change] : []), ...undone],
          value: caseOf(decided.row, heard?.row ?? appealIn(rows, id), words),
        };
      },
    }));
}

function standingReads(actor: Actor): ReadOf<'evidence' | 'person' | 'record'>[] {
  if ('party' in actor) return [standingOf(actor.party), suspensionOf({ party: actor.party })];
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
    // What the platform suspended stays so.
    if (rows.of(suspensionOf({ party })).length > 0) return [];
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
