import type { Words } from '@avow/policy';
import { previewed } from '../../act/preview.ts';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { name } from '../../door/text.ts';
import type { CaseType } from '../../face/case.ts';
import type { Cases } from '../../face/cases.ts';
import type { PersonId } from '../../face/ids.ts';
import { approvers, isToBeApproved, mayApprove } from '../../facts/desk/approvals.ts';
import { digestOf } from '../../facts/desk/digest.ts';
import { evidenceOf } from '../../facts/desk/evidence.ts';
import { AvowError } from '../../fault.ts';
import {
  APPROVAL,
  approvalId,
  approvalRows,
  MOST_APPROVALS,
} from '../../register/desk/approval.ts';
import { aboutCase, askingRow, caseRow, deskRef } from '../../register/desk/case.ts';
import { addEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { caseOf, mustBeCase, noSuchCase } from './case.ts';
import { aboutOf, changeCase } from './change.ts';
import { deliveryOf } from './delivery.ts';

/** How many different operators a delivery takes, by the type of its case. What counts is what the policy says. */
const NEEDED: Readonly<Record<CaseType, number>> = {
  law: 2,
  violation: 2,
  basis: 2,
  complaint: 1,
  order: 0,
  support: 0,
  leak: 0,
  rights: 0,
  appeal: 0,
};

/**
 * Writes down that an operator approves exactly what has this digest. Taken with the person had alone and the time
 * told after that, so what is over, or was changed a moment ago, is not approved any more.
 */
export function approveWith(deployment: Deployment): Cases<Words>['approve'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const digest = name('digest', what.digest);
    const request = repeatable(what, 'desk.cases.approve', { case: id, by, digest });
    return changeCase(
      deployment,
      { id, by, request },
      () => ({ reads: [approvalRows(id)] }),
      ({ found, about, rows, now }) => {
        if (NEEDED[about.type] === 0 || !isToBeApproved(about, rows)) {
          throw new AvowError('AVOW_STATE', 'has nothing to be approved', 'case');
        }
        if (!mayApprove(about, by)) {
          throw new AvowError('AVOW_STATE', 'asked for it, and cannot approve it', 'by');
        }
        if (digest !== digestOf(about, rows)) {
          throw new AvowError('AVOW_STATE', 'is not what there is to approve now', 'digest');
        }
        const given = rows.of(approvalRows(id));
        const row = approvalId(id, { by, digest });
        if (given.some((each) => each.id === row)) {
          throw new AvowError('AVOW_EXISTS', 'has approved this already', 'by');
        }
        if (given.length >= MOST_APPROVALS) {
          throw new AvowError('AVOW_TOO_MANY', 'has too many approvals', 'case');
        }
        const person = found.row.person;
        const approval = {
          id: row,
          kind: APPROVAL,
          person,
          ref: deskRef(id),
          state: 'given',
          at: now,
        };
        return { did: 'approved', changes: [addEvidence(approval, { by, digest })], more: {} };
      },
    );
  };
}

/** What there is to approve, who has, and what the policy would answer to a delivery now. */
export function approvableWith(
  deployment: Deployment,
  now: () => number,
): Cases<Words>['approvable'] {
  return async (what) => {
    const id = asCaseId(what);
    const rows = await readNow(deployment.vault, caseRow(id), askingRow(id), approvalRows(id));
    if (aboutCase(rows, id) === undefined) return undefined;
    const found = mustBeCase(rows, id);
    const user = rows.of(askingRow(id))[0]?.person ?? null;
    const about = aboutOf(found, user);
    const delivery = deliveryOf(found, user);
    if (delivery === undefined) throw noSuchCase();
    const held = await readNow(
      deployment.vault,
      ...[caseRow(id), askingRow(id), approvalRows(id), ...evidenceOf(about)],
    );
    const answer = await previewed(deployment, { ...delivery, reader: 'operator' }, now);
    return {
      case: caseOf(found, user, now()),
      digest: digestOf(about, held),
      approvedBy: approvers(about, held) as PersonId[],
      needed: NEEDED[about.type],
      wouldPermit: answer.permitted,
      sentence: answer.sentence,
      missing: answer.missing,
    };
  };
}
