import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { HarvestCase, Harvesting } from '../face/harvesting.ts';
import { staffRow } from '../register/desk/staff.ts';
import { HARVEST_CASE, type HarvestCaseBody, harvestRef } from '../register/harvest.ts';
import { standingOf } from '../register/party.ts';
import { personOf } from '../register/person.ts';
import { addEvidence } from '../rows/change.ts';
import { readerNamed } from './appeal.ts';
import { caseOf, mustDecide } from './case.ts';
import { othersOf, suspending, undecided } from './suspend.ts';

/** What nobody counted: one of us suspends on what was reported. */
const reported = { pattern: 'reported', count: 0, most: 0, within: null } as const;

/** Suspends somebody by an operator's decision, and opens the case that they are heard in. */
export function suspendWith(deployment: Deployment): Harvesting['suspend'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const actor = readerNamed(what.who);
    const by = asPersonId(what.by, 'by');
    const id = vault.mint();
    const isUser = 'user' in actor;
    const request = repeatable(what, 'harvesting.suspend', { actor, by });
    return record<HarvestCase>(deployment, request, () => ({
      people: isUser ? [actor.user] : [],
      parties: isUser ? [] : [actor.party],
      widens: false,
      still: [by],
      note: { by },
      reads: [
        ...[isUser ? personOf(actor.user) : standingOf(actor.party), staffRow(by)],
        ...othersOf(actor),
      ],
      decide(rows, now) {
        mustDecide(rows, actor, by);
        const body: HarvestCaseBody = { ...reported, ...undecided, suspendedBy: by };
        const whose = isUser ? { person: actor.user } : { party: actor.party };
        const row = { id, kind: HARVEST_CASE, ref: harvestRef(id), state: 'open', at: now };
        const nobody = { person: null, party: null };
        const after = { ...nobody, ...row, ...whose, body: JSON.stringify(body) };
        const words = policy.current().policy.vocabulary;
        return {
          evidence: 'harvest',
          state: 'suspended',
          changes: [...suspending(rows, actor, now), addEvidence({ ...row, ...whose }, body)],
          value: caseOf(after, undefined, words),
        };
      },
    }));
  };
}
