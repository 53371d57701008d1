import type { Words } from '@avow/policy';
import type { AuditedChange, Lock, Seals } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import type { Repeatable } from '../../door/idempotency.ts';
import { record } from '../../evidence/record.ts';
import type { Case } from '../../face/case.ts';
import type { CaseId, EntryId, PersonId } from '../../face/ids.ts';
import { evidenceOf } from '../../facts/desk/evidence.ts';
import { AvowError } from '../../fault.ts';
import {
  type AboutCase,
  aboutCase,
  askingRow,
  type CaseBody,
  type CaseRecord,
  caseRow,
  isGoingOn,
} from '../../register/desk/case.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { changeEvidence } from '../../rows/change.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import { mustBeApart, mustBeStaff } from '../by.ts';
import { caseNow, caseOf, mustBeCase } from './case.ts';

/** A case in a unit. */
export interface InCase {
  readonly found: CaseRecord;
  readonly about: AboutCase;
  readonly rows: Rows;
  readonly now: number;
  /** Of use only where the change said that it `seals`. */
  readonly seals: Seals;
}

/** What becomes of it. */
export interface Became {
  /** What the log says was done. */
  readonly did: string;
  readonly state?: CaseRecord['state'];
  readonly body?: Partial<CaseBody>;
  readonly changes?: readonly AuditedChange[];
  /** Until when its row is kept, once it is over. */
  readonly until?: number | null;
}

/** What a change of a case reads beside it, which may depend on what it was opened with. */
export interface Needs {
  readonly reads?: readonly ReadOf<'evidence'>[];
  readonly locks?: readonly Lock[];
  /** Whom else it concerns. */
  readonly also?: readonly PersonId[];
  /** Who else must stand as they do. */
  readonly still?: readonly PersonId[];
}

/**
 * Changes a case that goes on, by somebody of the desk who is not in it. Its person is had alone, so nothing is
 * decided on it meanwhile.
 */
export async function changeCase<More extends object>(
  deployment: Deployment,
  {
    id,
    by,
    request,
    seals: isSealing = false,
  }: {
    readonly id: CaseId;
    readonly by: PersonId;
    readonly request: Repeatable;
    readonly seals?: boolean;
  },
  needs: (found: CaseRecord, about: AboutCase) => Needs | Promise<Needs>,
  become: (unit: InCase) => Became & { readonly more: More },
): Promise<Case<Words> & More & { readonly entry: EntryId }> {
  return record<Case<Words> & More>(deployment, request, async () => {
    const { found, user } = await caseNow(deployment, id);
    const about = aboutOf(found, user);
    const { reads = [], locks = [], also = [], still = [] } = await needs(found, about);
    const person = found.row.person as PersonId;
    return {
      people: [person, ...also.filter((each) => each !== person)],
      widens: false,
      still: [by, ...still],
      evenHeld: found.type === 'law',
      locks,
      ...(isSealing ? { seals: true } : {}),
      note: { case: id },
      reads: [caseRow(id), askingRow(id), staffRow(by), ...evidenceOf(about), ...reads],
      decide(rows, now, seals) {
        const today = mustBeCase(rows, id);
        if (!isGoingOn(today, now)) throw new AvowError('AVOW_STATE', 'is over', 'case');
        const unit = { found: today, about: aboutCase(rows, id)!, rows, now, seals };
        mustBeStaff(rows, by);
        mustBeApart([unit.about.person, unit.about.user], by);
        const { did, state = 'open', body = {}, changes = [], until, more } = become(unit);
        const { row, state: _state, ...before } = today;
        const after = { ...before, ...body };
        const kept = until === undefined ? {} : { until };
        const isSame = state === row.state && Object.keys(body).length === 0;
        const told = { ...after, row, state };
        return {
          evidence: 'case',
          state: did,
          changes: [
            ...(isSame ? [] : [changeEvidence(row, { state, body: after, ...kept })]),
            ...changes,
          ],
          value: { ...caseOf(told, unit.about.user, now), ...more },
        };
      },
    };
  });
}

/** What a case was opened with, from what was read already. */
export function aboutOf(found: CaseRecord, user: string | null): AboutCase {
  const { row, type, openedBy, categories, evidence, order, expires } = found;
  return {
    ...{ case: row.id, type, person: row.person ?? '', party: row.party, user, openedBy },
    ...{ categories, evidence, order, expires },
  };
}
