import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { stillRunning } from '../../disclosures/running.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { flag } from '../../door/text.ts';
import type { Cases } from '../../face/cases.ts';
import type { CaseId, PersonId } from '../../face/ids.ts';
import { AvowError, isAvowFault } from '../../fault.ts';
import { aboutCase } from '../../register/desk/case.ts';
import { changeEvidence } from '../../rows/change.ts';
import { tooNear } from '../by.ts';
import { counting } from '../counting.ts';
import { beforeAppeal, hadToDo } from './before-appeal.ts';
import { caseNow, mustBeCase } from './case.ts';
import { aboutOf, changeCase } from './change.ts';
import { endingOf } from './end.ts';

/** Decides an appeal; if it is upheld, what it was about ends in the same moment. */
export function settleWith(deployment: Deployment): Cases<Words>['settle'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const upheld = flag('upheld', what.upheld);
    const request = repeatable(what, 'desk.cases.settle', { case: id, by, upheld });
    const own = endingOf(deployment);
    const first = endingOf(deployment);
    let isGone = false;
    const { handed, ...over } = await changeCase(
      deployment,
      { id, by, request },
      async (found, about) => {
        const mine = own.needs(about, false);
        if (found.type !== 'appeal' || found.evidence === null) {
          throw new AvowError('AVOW_STATE', 'is no appeal', 'case');
        }
        const before = await beforeAppeal(deployment, found);
        const appealed = await caseNow(deployment, found.evidence as CaseId).catch(unlessGone);
        isGone = appealed === undefined;
        if (appealed === undefined) return { reads: [...(mine.reads ?? []), ...before] };
        const of = aboutOf(appealed.found, appealed.user);
        const theirs = first.needs(of, false);
        const count = counting(of.type);
        return {
          also: [appealed.found.row.person as PersonId],
          locks: count.locks,
          reads: [...(mine.reads ?? []), ...(theirs.reads ?? []), ...before, ...count.reads],
        };
      },
      (unit) => {
        const { found, rows, now } = unit;
        if (hadToDo(found, by, rows)) throw tooNear('by');
        const ended = own.become(unit, { state: 'closed', by, reason: null });
        const did = upheld ? 'upheld' : 'dismissed';
        const appealed = isGone ? undefined : mustBeCase(rows, found.evidence as CaseId);
        if (!upheld || appealed?.state !== 'open') return { ...ended, did };
        const about = aboutCase(rows, appealed.row.id)!;
        const undone = first.become(
          { ...unit, found: appealed, about },
          { state: 'closed', by, reason: null },
        );
        const { row, state: _state, ...body } = appealed;
        const after = { ...body, ...undone.body };
        const until = undone.until === undefined ? {} : { until: undone.until };
        return {
          ...ended,
          did,
          changes: [
            ...(ended.changes ?? []),
            changeEvidence(row, { state: 'closed', body: after, ...until }),
            ...(undone.changes ?? []),
            ...counting(appealed.type).up(rows, 'undone', now),
          ],
          more: { handed: [...ended.more.handed, ...undone.more.handed] },
        };
      },
    );
    return { ...over, running: await stillRunning(deployment, handed) };
  };
}

/** What is appealed may have gone with whom it was about. Whoever appealed is answered all the same. */
function unlessGone(problem: unknown): undefined {
  if (!isAvowFault(problem, 'AVOW_NOT_FOUND')) throw problem;
}
