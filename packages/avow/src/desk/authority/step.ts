import type { Words } from '@avow/policy';
import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asAuthorityOrderId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { AuthorityOrder, AuthorityOrderState } from '../../face/authority.ts';
import type { Idempotent } from '../../face/decision.ts';
import type { EntryId, PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import {
  type AuthorityOrderBody,
  type AuthorityOrderRecord,
  authorityOrderIn,
  authorityOrderRow,
} from '../../register/desk/authority-order.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { changeEvidence } from '../../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../../rows/reading.ts';
import { mustBeApart, mustBeStaff } from '../by.ts';
import { orderOf } from './order.ts';

/** What becomes of an order. */
export interface Stepped {
  readonly state: AuthorityOrderState;
  readonly body: Partial<AuthorityOrderBody>;
  readonly changes?: readonly AuditedChange[];
  /** Until when it is kept, where that is another moment from now on. */
  readonly until?: number | null;
}

/** Changes an order, by one of the desk. Whom it is about is had alone, so no decision rests on what it was. */
export async function changeOrder(
  deployment: Deployment,
  what: Idempotent & { readonly order: unknown; readonly by: unknown },
  did: string,
  said: object,
  become: (
    found: AuthorityOrderRecord,
    unit: { readonly by: PersonId; readonly now: number; readonly rows: Rows },
  ) => Stepped,
  beside: (person: string) => Promise<readonly ReadOf<'evidence'>[]> = async () => [],
): Promise<AuthorityOrder<Words> & { readonly entry: EntryId }> {
  const id = asAuthorityOrderId(what.order);
  const by = asPersonId(what.by, 'by');
  const request = repeatable(what, `desk.orders.${did}`, { order: id, by, ...said });
  return record<AuthorityOrder<Words>>(deployment, request, async () => {
    const person = mustBe(await readNow(deployment.vault, authorityOrderRow(id)), id).row.person;
    const more = await beside(person ?? '');
    return {
      people: [person as PersonId],
      widens: false,
      still: [by],
      evenHeld: true,
      note: { authorityOrder: id },
      reads: [authorityOrderRow(id), staffRow(by), ...more],
      decide(rows, now) {
        mustBeStaff(rows, by);
        const found = mustBe(rows, id);
        mustBeApart([found.row.person], by);
        const { state, body, changes = [], until } = become(found, { by, now, rows });
        const { row, state: _state, ...before } = found;
        const after = { ...before, ...body };
        return {
          evidence: 'authorityOrder',
          state: did,
          changes: [
            changeEvidence(row, { state, body: after, ...(until === undefined ? {} : { until }) }),
            ...changes,
          ],
          value: orderOf({ ...after, row, state }),
        };
      },
    };
  });
}

function mustBe(rows: Rows, id: string): AuthorityOrderRecord {
  const found = authorityOrderIn(rows, id);
  if (found === undefined) throw new AvowError('AVOW_NOT_FOUND', 'no such order', 'order');
  return found;
}
