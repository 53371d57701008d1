import type { AuditedChange, EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asHarvestId, asPersonId } from '../door/ids.ts';
import type { Recorded } from '../evidence/change.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { HarvestState } from '../face/harvesting.ts';
import type { EntryId, HarvestId, PersonId } from '../face/ids.ts';
import { staffRow } from '../register/desk/staff.ts';
import { dueOf, setDue } from '../register/due.ts';
import {
  type Actor,
  actorOf,
  appealOf,
  type HarvestCaseBody,
  harvestCase,
  harvestRef,
} from '../register/harvest.ts';
import { changeEvidence } from '../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';
import { caseIn, caseKept, decidedBy, mustDecide, noSuchCase, openAppealIn } from './case.ts';

/** A case in the unit in which somebody decides on it. */
export interface Deciding {
  readonly rows: Rows;
  readonly now: number;
  readonly by: PersonId;
  readonly found: EvidenceRow;
  /** The appeal that waits for the decision, if one does. */
  readonly appeal: EvidenceRow | undefined;
}

/** What a decision needs beyond the case itself, and what comes of it. */
export interface CaseDecision<Value> {
  readonly reads: readonly ReadOf<'evidence' | 'person' | 'record'>[];
  decide(unit: Deciding): Recorded<Value>;
}

/** Lets an operator decide on a case, in one unit that has for itself whom it is about. */
export async function decideOnCase<Value extends object>(
  deployment: Deployment,
  operation: 'uphold' | 'reverse' | 'terminate',
  what: { readonly harvest: HarvestId; readonly by: PersonId } & Idempotent,
  decisionOn: (actor: Actor, id: HarvestId) => CaseDecision<Value> | Promise<CaseDecision<Value>>,
): Promise<Value & { readonly entry: EntryId }> {
  const id = asHarvestId(what.harvest);
  const by = asPersonId(what.by, 'by');
  const request = repeatable(what, `harvesting.${operation}`, { id, by });
  return record<Value>(deployment, request, async () => {
    const [row] = (await readNow(deployment.vault, harvestCase(id))).of(harvestCase(id));
    if (row === undefined) throw noSuchCase();
    const actor = actorOf(row);
    const { reads, decide } = await decisionOn(actor, id);
    return {
      people: 'user' in actor ? [actor.user] : [],
      parties: 'user' in actor ? [] : [actor.party],
      widens: false,
      still: [by],
      note: { by },
      reads: [harvestCase(id), appealOf(id), dueOf(harvestRef(id)), staffRow(by), ...reads],
      decide(rows, now) {
        mustDecide(rows, actor, by);
        const found = caseIn(rows, id, now);
        return decide({ rows, now, by, found, appeal: openAppealIn(rows, id) });
      },
    };
  });
}

/** The case as it stands once that is decided, and the changes that make it so. */
export function decidedAs(
  { policy }: Deployment,
  { rows, now, by, found }: Deciding,
  state: HarvestState,
  more: Partial<HarvestCaseBody> = {},
): { readonly row: EvidenceRow; readonly changes: readonly AuditedChange[] } {
  const body = { ...decidedBy(found, by, now), ...more };
  const until = caseKept(policy.current().policy.vocabulary, now);
  return {
    row: { ...found, state, until, body: JSON.stringify(body) },
    changes: [
      changeEvidence(found, { state, until, body }),
      ...setDue(rows, harvestRef(found.id), until, now),
    ],
  };
}
