import type { AuditedChange, EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { HarvestCase, Harvesting, HarvestState } from '../face/harvesting.ts';
import { AvowError } from '../fault.ts';
import type { HarvestAppealBody } from '../register/harvest.ts';
import { changeEvidence } from '../rows/change.ts';
import { caseOf, mustBeAnother } from './case.ts';
import { decidedAs, decideOnCase } from './decide.ts';

/** Says that a suspension stands; an appeal against it, or against what was decided since, is heard with that. */
export function upholdWith(deployment: Deployment): Harvesting['uphold'] {
  return (what) =>
    decideOnCase<HarvestCase>(deployment, 'uphold', what, () => ({
      reads: [],
      decide(unit) {
        const { found, appeal, by, now } = unit;
        if (appeal) mustBeAnother(found, by);
        else if (found.state !== 'open') {
          throw new AvowError('AVOW_STATE', `is ${found.state} already`, 'harvest');
        }
        const heard = appeal && heardAs(appeal, 'dismissed', by, now);
        const decided = decidedAs(deployment, unit, upheld(found.state as HarvestState));
        return {
          evidence: 'harvest',
          state: appeal ? 'dismissed' : 'upheld',
          changes: [...decided.changes, ...(heard ? [heard.change] : [])],
          value: caseOf(decided.row, heard?.row, deployment.policy.current().policy.vocabulary),
        };
      },
    }));
}

/** What was decided since stays decided. */
const upheld = (state: HarvestState): HarvestState => (state === 'open' ? 'upheld' : state);

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
