import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { documentDigest } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPartyId, asPersonId } from '../../door/ids.ts';
import { country, LONGEST_ID, malformed, moment, text } from '../../door/text.ts';
import { wordList } from '../../door/words.ts';
import { record } from '../../evidence/record.ts';
import type { AuthorityOrder, AuthorityOrders } from '../../face/authority.ts';
import type { PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import {
  AUTHORITY_ORDER,
  type AuthorityOrderBody,
  authorityOrdersOf,
  endWithBar,
} from '../../register/desk/authority-order.ts';
import { deskRef } from '../../register/desk/case.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { dueOf, setDue } from '../../register/due.ts';
import { MOST_ROWS } from '../../register/reference.ts';
import { addEvidence } from '../../rows/change.ts';
import { mustBeApart, mustBeStaff } from '../by.ts';
import { keptAfter } from '../kept.ts';
import { orderOf } from './order.ts';

type Recording = Parameters<AuthorityOrders<Words>['record']>[0];

/** Writes an order down. It counts for nothing until it is verified. */
export function recordWith(deployment: Deployment): AuthorityOrders<Words>['record'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const person = asPersonId(what.person);
    const { from, ...said } = bodyOf(what, policy.current().policy.vocabulary);
    const by = said.recordedBy;
    const request = repeatable(what, 'desk.orders.record', { person, from, ...said });
    const id = vault.mint();
    return record<AuthorityOrder<Words>>(deployment, request, () => ({
      people: [person],
      widens: false,
      still: [by as PersonId],
      evenHeld: true,
      note: { authorityOrder: id },
      reads: [authorityOrdersOf(person), staffRow(by), dueOf(deskRef(id))],
      decide(rows, now) {
        mustBeStaff(rows, by);
        mustBeApart([person], by);
        if (rows.of(authorityOrdersOf(person)).length >= MOST_ROWS) {
          throw new AvowError('AVOW_TOO_MANY', 'has too many orders', 'person');
        }
        const body: AuthorityOrderBody = { ...said, from: from ?? now };
        if (body.issued > now) throw malformed('issued', 'must not lie in the future');
        if (body.until <= now || body.until <= body.from) {
          throw malformed('until', 'must lie in the future, and after its beginning');
        }
        if (body.bar && body.bar.until !== null && body.bar.until <= now) {
          throw malformed('bar.until', 'must lie in the future');
        }
        const until = keptAfter(deployment, endWithBar(body, body.until));
        const ref = deskRef(id);
        const of = { id, kind: AUTHORITY_ORDER, person, ref, at: now } as const;
        const row = { ...of, state: 'recorded', until } as const;
        return {
          evidence: 'authorityOrder',
          state: 'recorded',
          changes: [addEvidence(row, body), ...setDue(rows, ref, until, now)],
          value: orderOf({ ...body, row, state: row.state }),
        };
      },
    }));
  };
}

function bodyOf(
  what: Recording,
  words: Words,
): Omit<AuthorityOrderBody, 'from'> & { readonly from: number | null } {
  const { bar } = what;
  return {
    authority: asPartyId(what.authority, 'authority'),
    thirdParty: what.thirdParty === undefined ? null : asPartyId(what.thirdParty, 'thirdParty'),
    reference: text('reference', what.reference, LONGEST_ID),
    issued: moment('issued', what.issued),
    country: country('country', what.country),
    document: documentDigest(what.document),
    categories: wordList('categories', what.categories, 'categories', words).sort(),
    from: what.from === undefined ? null : moment('from', what.from),
    until: moment('until', what.until),
    recordedBy: asPersonId(what.by, 'by'),
    verified: null,
    approval: null,
    bar: bar
      ? { until: bar.until === undefined ? null : moment('bar.until', bar.until), ended: null }
      : null,
  };
}
