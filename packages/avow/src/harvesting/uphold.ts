import type { AuditedChange, EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asHarvestId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { HarvestCase, Harvesting } from '../face/harvesting.ts';
import { AvowError } from '../fault.ts';
import { staffRow } from '../register/desk/staff.ts';
import { dueOf, setDue } from '../register/due.ts';
import {
  actorOf,
  appealOf,
  type HarvestAppealBody,
  harvestCase,
  harvestRef,
} from '../register/harvest.ts';
import { changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import {
  caseIn,
  caseKept,
  caseOf,
  decidedBy,
  mustBeAnother,
  mustDecide,
  noSuchCase,
  openAppealIn,
} from './case.ts';

/** Says that a suspension stands; an appeal against it, or against what was decided since, is heard with that. */
export function upholdWith(deployment: Deployment): Harvesting['uphold'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const id = asHarvestId(what.harvest);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'harvesting.uphold', { id, by });
    return record<HarvestCase>(deployment, request, async () => {
      const [row] = (await readNow(vault, harvestCase(id))).of(harvestCase(id));
      if (row === undefined) throw noSuchCase();
      const actor = actorOf(row);
      return {
        people: 'user' in actor ? [actor.user] : [],
        parties: 'user' in actor ? [] : [actor.party],
        widens: false,
        still: [by],
        note: { by },
        reads: [harvestCase(id), appealOf(id), dueOf(harvestRef(id)), staffRow(by)],
        decide(rows, now) {
          mustDecide(rows, actor, by);
          const found = caseIn(rows, id, now);
          const appeal = openAppealIn(rows, id);
          if (appeal) mustBeAnother(found, by);
          else if (found.state !== 'open') {
            throw new AvowError('AVOW_STATE', `is ${found.state} already`, 'harvest');
          }
          const words = policy.current().policy.vocabulary;
          const heard = appeal && heardAs(appeal, 'dismissed', by, now);
          const body = decidedBy(found, by, now);
          const state = found.state === 'open' ? 'upheld' : found.state;
          const until = caseKept(words, now);
          const after = { ...found, state, until, body: JSON.stringify(body) };
          return {
            evidence: 'harvest',
            state: appeal ? 'dismissed' : 'upheld',
            changes: [
              changeEvidence(found, { state, until, body }),
              ...(heard ? [heard.change] : []),
              ...setDue(rows, harvestRef(id), until, now),
            ],
            value: caseOf(after, heard?.row, words),
          };
        },
      };
    });
  };
}

/** An appeal that was heard: the row as it is from now on, and the change to it. */
export function heardAs(
  appeal: EvidenceRow,
  state: 'granted' | 'dismissed',
  by: string,
  now: number,
): { readonly row: EvidenceRow; readonly change: AuditedChange } {
  const body: HarvestAppealBody = { decided: { by, at: now } };
  return {
    row: { ...appeal, state, body: JSON.stringify(body) },
    change: changeEvidence(appeal, { state, body }),
  };
}
