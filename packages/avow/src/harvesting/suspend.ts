import { type AuditedChange, isFault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { othersFreezing, staysSuspended } from '../leaks/standing.ts';
import { changeTo } from '../parties/standing.ts';
import {
  type Actor,
  casesAgainst,
  clearedAt,
  HARVEST_CASE,
  type HarvestCaseBody,
  harvestRef,
} from '../register/harvest.ts';
import { standingOf } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import { suspensionOf } from '../register/suspension.ts';
import { addEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';

/** What somebody was found to do, and when the oldest of it was seen. */
export interface Finding extends Omit<HarvestCaseBody, 'decided' | 'suspendedBy' | 'terminated'> {
  readonly since: number;
}

/**
 * Suspends whoever harvests and opens the case, in one unit: when it resolves, nothing is decided for them
 * any more, on any process. Nothing happens if they are suspended already, or were found to have been
 * wronged since it was seen.
 */
export async function suspend(
  deployment: Deployment,
  actor: Actor,
  { since, ...found }: Finding,
): Promise<void> {
  const id = deployment.vault.mint();
  const isUser = 'user' in actor;
  const standing = isUser ? personOf(actor.user) : standingOf(actor.party);
  try {
    await record(deployment, {}, () => ({
      people: isUser ? [actor.user] : [],
      parties: isUser ? [] : [actor.party],
      widens: false,
      reads: [standing, casesAgainst(actor), ...othersOf(actor)],
      decide(rows, now) {
        if (found.pattern !== 'decoy' && since <= clearedAt(rows.of(casesAgainst(actor)))) {
          throw dealtWith();
        }
        const body: HarvestCaseBody = { ...found, ...undecided, suspendedBy: null };
        const whose = isUser ? { person: actor.user } : { party: actor.party };
        const row = { id, kind: HARVEST_CASE, ...whose, ref: harvestRef(id), at: now };
        return {
          evidence: 'harvest',
          state: 'suspended',
          changes: [...suspending(rows, actor, now), addEvidence({ ...row, state: 'open' }, body)],
          value: {},
        };
      },
    }));
  } catch (problem) {
    // Whoever has gone meanwhile reads nothing any more.
    const isOver =
      isFault(problem, 'AVOW_ERASED') ||
      isAvowFault(problem, 'AVOW_NOT_FOUND') ||
      isAvowFault(problem, 'AVOW_STATE');
    if (!isOver) throw problem;
  }
}

/** Of a case that nobody has decided on. */
export const undecided = { terminated: null, decided: null } as const;

/** What else may have suspended them. */
export function othersOf(actor: Actor) {
  return 'user' in actor
    ? othersFreezing(actor.user)
    : [casesAgainst(actor), suspensionOf({ party: actor.party })];
}

/** Needs `othersOf` to have been read. Nothing where a leak or the platform has: the case keeps it so. */
export function suspending(rows: Rows, actor: Actor, now: number): AuditedChange[] {
  const stands = rows.of(casesAgainst(actor)).some(({ state }) => state !== 'reversed');
  if ('party' in actor) {
    const { party } = actor;
    const changes = changeTo(rows.of(standingOf(party))[0], party, { state: 'suspended' }, now);
    const isOwn = !stands && rows.of(suspensionOf({ party })).length > 0;
    if (changes.length === 0 && !isOwn) throw dealtWith();
    return changes;
  }
  const [before] = rows.of(personOf(actor.user));
  if (before?.state === 'suspended' && !stands && staysSuspended(rows, actor.user)) return [];
  if (before?.state !== 'active') throw dealtWith();
  const { salt: _salt, hash: _hash, ...row } = before;
  return [{ table: 'person', before, after: { ...row, state: 'suspended' } }];
}

function dealtWith(): AvowError {
  return new AvowError('AVOW_STATE', 'is suspended already, or was found to have been wronged');
}
