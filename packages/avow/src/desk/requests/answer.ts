import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { stillRunning } from '../../disclosures/running.ts';
import { oneOf } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { LONGEST_VALUE, text } from '../../door/text.ts';
import { refusalReasons } from '../../face/case.ts';
import type { Requests } from '../../face/requests.ts';
import { AvowError } from '../../fault.ts';
import { deskRef } from '../../register/desk/case.ts';
import { ANSWER } from '../../register/desk/request.ts';
import { addEvidence } from '../../rows/change.ts';
import { changeCase } from '../cases/change.ts';
import { endingOf } from '../cases/end.ts';

/** Answers a request, which ends its case. What is said is sealed under the key of the one who asked. */
export function answerWith(deployment: Deployment): Requests<Words>['answer'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const said = text('text', what.text, LONGEST_VALUE);
    const reason = what.reason === undefined ? null : oneOf('reason', what.reason, refusalReasons);
    const state = reason === null ? 'closed' : 'refused';
    const request = repeatable(what, 'desk.requests.answer', { case: id, by, text: said, reason });
    const end = endingOf(deployment);
    const words = deployment.vault.mint();
    const { handed, ...over } = await changeCase(
      deployment,
      { id, by, request, seals: true },
      (_found, about) => end.needs(about, false),
      (unit) => {
        const { found, now, seals } = unit;
        if (found.type !== 'rights') throw noSuchRequest();
        if (found.operator !== by) {
          throw new AvowError('AVOW_STATE', 'is handled by somebody else', 'by');
        }
        const person = found.row.person ?? '';
        const row = { id: words, kind: ANSWER, person, ref: deskRef(id), state: 'said', at: now };
        const sealed = seals.sealText({ id: words, person }, said);
        const ended = end.become(unit, { state, by, reason });
        return {
          ...ended,
          did: reason === null ? 'answered' : 'refused',
          changes: [...(ended.changes ?? []), addEvidence({ ...row, ...sealed }, {})],
        };
      },
    );
    return { ...over, running: await stillRunning(deployment, handed) };
  };
}

export function noSuchRequest(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such request', 'case');
}
