import type { Deployment } from '../../deployment.ts';
import { actorOf, mustBeApart, mustBeStaff } from '../../desk/by.ts';
import { documentDigest } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPartyId, asPersonId } from '../../door/ids.ts';
import { LONGEST_VALUE, malformed, moment, name, text } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { Violation, ViolationEvidence, Violations } from '../../face/violations.ts';
import { AvowError } from '../../fault.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { MOST_ROWS } from '../../register/reference.ts';
import { caseRef, VIOLATION, type ViolationBody, violationsOf } from '../../register/violation.ts';
import { addEvidence } from '../../rows/change.ts';

/** Writes a violation down, open until somebody decides. Its reason is sealed under the person's key. */
export function recordWith(deployment: Deployment): Violations['record'] {
  const { vault } = deployment;
  return async (what) => {
    const person = asPersonId(what.person);
    const reason = text('reason', what.reason, LONGEST_VALUE);
    const actor = actorOf(what);
    const evidence = what.evidence && evidenceFrom(what.evidence);
    const body: ViolationBody = {
      rule: name('rule', what.rule),
      happened: moment('happened', what.happened),
      thirdParty: what.thirdParty === undefined ? null : asPartyId(what.thirdParty, 'thirdParty'),
      by: actor ?? null,
      ...(evidence && { evidence }),
      decided: null,
    };
    const request = repeatable(what, 'violations.record', { person, reason, ...body });
    return record<Violation>(deployment, request, () => ({
      people: [person],
      by: actor,
      still: evidence ? [evidence.verifiedBy] : [],
      widens: false,
      seals: true,
      reads: [violationsOf(person), ...(evidence ? [staffRow(evidence.verifiedBy)] : [])],
      decide(rows, now, seals) {
        if (evidence) {
          mustBeStaff(rows, evidence.verifiedBy, 'evidence.verifiedBy');
          mustBeApart([person], evidence.verifiedBy, 'evidence.verifiedBy');
        }
        if (body.happened > now) throw malformed('happened', 'must not lie in the future');
        if (rows.of(violationsOf(person)).length >= MOST_ROWS) {
          throw new AvowError('AVOW_TOO_MANY', 'has too many violations', 'person');
        }
        const id = vault.mint();
        const row = { id, kind: VIOLATION, person, ref: caseRef(id), state: 'open', at: now };
        const sealed = seals.sealText({ id, person }, reason);
        const { rule, happened } = body;
        return {
          evidence: 'violation',
          state: 'open',
          changes: [addEvidence({ ...row, ...sealed }, body)],
          value: {
            violation: id,
            ...{ person, rule, happened, by: actor, state: 'open' },
            recorded: now,
            thirdParty: what.thirdParty,
            evidence,
            handler: undefined,
            decided: undefined,
            appeal: undefined,
            measures: [],
          },
        };
      },
    }));
  };
}

/** The digest of a document, and whoever of the desk answers for it. */
function evidenceFrom(given: ViolationEvidence): ViolationEvidence {
  return {
    document: documentDigest(given.document, 'evidence.document'),
    verifiedBy: asPersonId(given.verifiedBy, 'evidence.verifiedBy'),
  };
}
