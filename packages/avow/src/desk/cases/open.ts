import type { Words } from '@avow/policy';
import type { AuditedChange, Vault } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { malformed } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { Case } from '../../face/case.ts';
import type { Cases } from '../../face/cases.ts';
import type { PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { authorityOrderIn, authorityOrderRow } from '../../register/desk/authority-order.ts';
import { basisIn, basisRow } from '../../register/desk/basis.ts';
import {
  ASKING,
  askingsOf,
  CASE,
  type CaseBody,
  casesOf,
  deskRef,
} from '../../register/desk/case.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { statutoryDutyIn } from '../../register/desk/statutory-duty.ts';
import { sideRows, sidesBetween } from '../../register/order.ts';
import { MOST_ROWS } from '../../register/reference.ts';
import { violationRow } from '../../register/violation.ts';
import { addEvidence } from '../../rows/change.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';
import { worksHere } from '../by.ts';
import { counting } from '../counting.ts';
import { caseOf } from './case.ts';
import { type Opening, openingOf } from './opening.ts';
import { mustHaveRoom } from './room.ts';

const DAY = 24 * 3_600_000;
/** How long a case goes on unless something else was said, and at most. */
export const USUAL = 90 * DAY;
const LONGEST = 366 * DAY;

/** Opens a case: writes down about whom, to whom, what, and what it rests on. Nothing is possible by it yet. */
export function openWith(deployment: Deployment): Cases<Words>['open'] {
  return async (what) => {
    const opening = openingOf(what, deployment.policy.current().policy.vocabulary);
    const { person, user, openedBy, type } = opening;
    const request = repeatable(what, 'desk.cases.open', opening);
    const id = deployment.vault.mint();
    const count = counting(type);
    return record<Case<Words>>(deployment, request, () => ({
      people: user === null ? [person] : [person, user],
      widens: false,
      still: [openedBy as PersonId],
      evenHeld: type === 'law',
      locks: count.locks,
      note: { case: id },
      reads: [
        casesOf(person),
        staffRow(openedBy),
        ...(user ? [askingsOf(user)] : []),
        ...groundReads(opening),
        ...count.reads,
      ],
      decide(rows, now) {
        if (!worksHere(rows, openedBy)) {
          if (!mayOpen(opening)) {
            throw new AvowError('AVOW_NOT_FOUND', 'nobody of this id may open such a case', 'by');
          }
          mustHaveRoom(rows, { type, person, by: openedBy }, 'by', now);
        }
        mustHaveGround(rows, opening);
        const body = bodyOf(opening, endOf(opening, rows, now));
        return {
          evidence: 'case',
          state: 'open',
          changes: [
            ...openingChanges(deployment.vault, rows, { id, ...opening }, body, now),
            ...count.up(rows, 'opened', now),
          ],
          value: caseOf({ ...body, row: { ...opening, id, at: now }, state: 'open' }, user, now),
        };
      },
    }));
  };
}

/** Some cases are a person's to open: about themself, or as a side of an order. */
function mayOpen({ type, person, user, openedBy }: Opening): boolean {
  if (type === 'support' || type === 'leak') return openedBy === person;
  return type === 'order' && openedBy === user;
}

function groundReads({ type, evidence, order }: Opening): ReadOf<'evidence'>[] {
  if (order !== null) return [sideRows(order)];
  if (evidence === null) return [];
  if (type === 'violation') return [violationRow(evidence)];
  return [type === 'basis' ? basisRow(evidence) : authorityOrderRow(evidence)];
}

/** What it is said to rest on must be there; whether it suffices is decided when something is handed over. */
function mustHaveGround(rows: Rows, { type, person, evidence, order, user }: Opening): void {
  if (type === 'order') {
    if (order && user && sidesBetween(rows, order, person, user)) return;
    throw new AvowError('AVOW_NOT_FOUND', 'no order between these two', 'order');
  }
  if (evidence === null) return;
  const isThere =
    (type === 'violation' && rows.of(violationRow(evidence))[0]?.person === person) ||
    (type === 'basis' && basisIn(rows, evidence) !== undefined) ||
    (type === 'law' &&
      (authorityOrderIn(rows, evidence)?.row.person === person ||
        statutoryDutyIn(rows, evidence) !== undefined));
  if (!isThere) throw new AvowError('AVOW_NOT_FOUND', 'no such record', 'evidence');
}

/** When the case ends by itself: never after the order of an authority that it rests on. */
function endOf({ expires, type, evidence }: Opening, rows: Rows, now: number): number {
  const order = type === 'law' && evidence !== null ? authorityOrderIn(rows, evidence) : undefined;
  const end = endIn(expires, now);
  return order ? Math.min(end, order.until) : end;
}

export function endIn(expires: number | null, now: number): number {
  if (expires === null) return now + USUAL;
  if (expires <= now || expires > now + LONGEST) {
    throw malformed('expires', 'must lie in the future, and within a year');
  }
  return expires;
}

function bodyOf({ type, openedBy, categories, evidence, order }: Opening, expires: number) {
  return {
    ...{ type, openedBy, categories, evidence, order, expires },
    ...{ operator: null, due: null, delivered: null, ended: null },
  } satisfies CaseBody;
}

/** The rows of a new case: its own, and one of whoever asks. */
export function openingChanges(
  vault: Pick<Vault, 'mint'>,
  rows: Rows,
  what: { id: string; person: PersonId; user: PersonId | null; party: string | null },
  body: CaseBody,
  now: number,
): AuditedChange[] {
  const { id, person, user, party } = what;
  if (rows.of(casesOf(person)).length >= MOST_ROWS) {
    throw new AvowError('AVOW_TOO_MANY', 'has too many cases', 'person');
  }
  if (user !== null && rows.of(askingsOf(user)).length >= MOST_ROWS) {
    throw new AvowError('AVOW_TOO_MANY', 'asks in too many cases', 'to.user');
  }
  const ref = deskRef(id);
  const asking = { id: vault.mint(), kind: ASKING, person: user, ref, state: 'asks', at: now };
  return [
    addEvidence({ id, kind: CASE, person, party, ref, state: 'open', at: now }, body),
    ...(user === null ? [] : [addEvidence(asking, {})]),
  ];
}
