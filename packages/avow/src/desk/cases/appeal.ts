import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { Case } from '../../face/case.ts';
import type { Cases } from '../../face/cases.ts';
import { AvowError } from '../../fault.ts';
import { askingRow, type CaseBody, caseFrom, caseRow, casesOf } from '../../register/desk/case.ts';
import { barsOf, readBars } from '../bars.ts';
import { counting } from '../counting.ts';
import { caseNow, caseOf, mustBeCase, noSuchCase } from './case.ts';
import { endIn, openingChanges } from './open.ts';

const DAY = 24 * 3_600_000;
/** How many days an appeal may wait: as many as the policy's duty to hear it says. */
const HEARD_WITHIN = 15;

/** Has a case looked at again, for its person or whoever asked in it. What a bar keeps back is not there. */
export function appealWith(deployment: Deployment): Cases<Words>['appeal'] {
  return async (what) => {
    const first = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'desk.cases.appeal', { case: first, by });
    const id = deployment.vault.mint();
    return record<Case<Words>>(deployment, request, async () => {
      const { found } = await caseNow(deployment, first);
      const about = found.row.person ?? '';
      const count = counting(found.type);
      return {
        people: [by],
        widens: false,
        note: { case: id },
        locks: [{ on: 'person', id: about, mode: 'shared' } as const, ...count.locks].filter(
          (lock) => lock.id !== by,
        ),
        reads: [
          ...[caseRow(first), askingRow(first), casesOf(by), ...barsOf(about)],
          ...count.reads,
        ],
        decide(rows, now) {
          const appealed = mustBeCase(rows, first);
          const isTheirs =
            appealed.row.person === by || rows.of(askingRow(first))[0]?.person === by;
          const isBarred = readBars(rows, about, now).cases.has(first);
          if (!isTheirs || isBarred || appealed.type === 'appeal') throw noSuchCase();
          const isTwice = rows
            .of(casesOf(by))
            .map(caseFrom)
            .some(({ type, evidence }) => type === 'appeal' && evidence === first);
          if (isTwice) throw new AvowError('AVOW_EXISTS', 'was appealed already', 'case');
          const body: CaseBody = {
            ...{ type: 'appeal', openedBy: by, categories: [], evidence: first, order: null },
            ...{ operator: null, delivered: null, ended: null },
            due: now + HEARD_WITHIN * DAY,
            expires: endIn(null, now),
          };
          const opening = { id, person: by, user: null, party: null };
          return {
            evidence: 'case',
            state: 'appealed',
            changes: [
              ...openingChanges(deployment.vault, rows, opening, body, now),
              ...count.up(rows, 'appealed', now),
            ],
            value: caseOf({ ...body, row: { ...opening, at: now }, state: 'open' }, null, now),
          };
        },
      };
    });
  };
}
