import { isGone } from '../act/each.ts';
import type { Deployment } from '../deployment.ts';
import { record } from '../evidence/record.ts';
import type { PersonId } from '../face/ids.ts';
import { evidenceOf } from '../facts/desk/evidence.ts';
import { isAvowFault } from '../fault.ts';
import { aboutCase, askingRow, caseFrom, caseIn, caseRow, casesIn } from '../register/desk/case.ts';
import { changeEvidence } from '../rows/change.ts';
import { caseNow } from './cases/case.ts';
import { aboutOf } from './cases/change.ts';
import { endingOf } from './cases/end.ts';
import { isDoneAlready, tellAll } from './told.ts';

const PAGE = 500;

/**
 * Carries out what time alone brings about: cases that are over are ended, so that their seals are destroyed and not
 * just refused; and what a bar no longer keeps back is told. Each in an act of its own; whatever is cut off goes on
 * with the next call. Nothing rests on it: facts go by the moment.
 */
export async function tidyDesk(deployment: Deployment): Promise<number> {
  const { vault, policy } = deployment;
  let done = await tellAll(deployment);
  for (let after: string | undefined; ; ) {
    const [rows] = await vault.read([casesIn('open', PAGE, after)]);
    for (const row of rows) {
      if (caseFrom(row).expires > policy.moment()) continue;
      done += (await expire(deployment, row.id)) ? 1 : 0;
    }
    if (rows.length < PAGE) return done;
    after = rows.at(-1)!.id;
  }
}

async function expire(deployment: Deployment, id: string): Promise<boolean> {
  const end = endingOf(deployment);
  try {
    await record<{ readonly case: string }>(deployment, {}, async () => {
      const { found, user } = await caseNow(deployment, id as Parameters<typeof caseNow>[1]);
      const about = aboutOf(found, user);
      const { reads = [] } = end.needs(about, false);
      return {
        people: [found.row.person as PersonId],
        widens: false,
        evenHeld: true,
        note: { case: id },
        reads: [caseRow(id), askingRow(id), ...evidenceOf(about), ...reads],
        decide(rows, now, seals) {
          const current = caseIn(rows, id);
          if (current?.state !== 'open' || current.expires > now) throw isDoneAlready();
          const unit = { found: current, about: aboutCase(rows, id)!, rows, now, seals };
          const {
            did,
            until,
            body,
            changes = [],
          } = end.become(unit, {
            ...{ state: 'expired', by: null, reason: null },
          });
          const { row, state: _state, ...before } = current;
          const kept = until === undefined ? {} : { until };
          const after = { ...before, ...body };
          return {
            evidence: 'case',
            state: did,
            changes: [changeEvidence(row, { state: 'expired', body: after, ...kept }), ...changes],
            value: { case: id },
          };
        },
      };
    });
    return true;
  } catch (problem) {
    // Its person has been erased, and it with them; or somebody else was quicker.
    if (isGone(problem) || isAvowFault(problem, 'AVOW_STATE')) return false;
    throw problem;
  }
}
