import type { Words } from '@avow/policy';
import { unsettled } from '../../act/settle.ts';
import type { Deployment } from '../../deployment.ts';
import { asAuthorityOrderId } from '../../door/ids.ts';
import type { AuthorityOrders } from '../../face/authority.ts';
import { AvowError } from '../../fault.ts';
import { endWithBar, isBarred } from '../../register/desk/authority-order.ts';
import { caseFrom, casesOf, deskRef } from '../../register/desk/case.ts';
import { owedTo, tellingFrom } from '../../register/desk/telling.ts';
import { dueOf, setDue } from '../../register/due.ts';
import { changeEvidence } from '../../rows/change.ts';
import { type Rows, readNow } from '../../rows/reading.ts';
import { keptAfter } from '../kept.ts';
import { carriedOut } from '../told.ts';
import { changeOrder } from './step.ts';

/**
 * Ends a bar before its time, or one that has none: the person is told in the same moment. From now on the time runs
 * after which the order and its cases are forgotten.
 */
export function endBarWith(deployment: Deployment): AuthorityOrders<Words>['endBar'] {
  return async (what) => {
    const order = asAuthorityOrderId(what.order);
    let known: readonly string[] = [];
    return changeOrder(
      deployment,
      what,
      'barEnded',
      {},
      (found, { now, rows }) => {
        const { bar, row } = found;
        if (bar === null || !isBarred(found, now)) {
          throw new AvowError('AVOW_STATE', 'bars nothing', 'order');
        }
        const cases = casesOn(rows, row.person ?? '', order);
        const ids = cases.map((each) => each.row.id);
        // One was opened meanwhile.
        if (ids.some((id) => !known.includes(id))) throw unsettled();
        const owed = rows
          .of(owedTo(row.person ?? ''))
          .filter((each) => ids.includes(tellingFrom(each).case));
        const ended = { ...found, bar: { ...bar, ended: now } };
        const until = keptAfter(deployment, endWithBar(ended, found.until));
        const over = cases.filter((each) => each.ended !== null);
        const overUntil = keptAfter(deployment, now);
        return {
          state: found.state,
          body: { bar: ended.bar },
          until,
          changes: [
            ...owed.flatMap((each) => carriedOut(deployment, each, now)),
            ...setDue(rows, deskRef(order), until, now),
            ...over.flatMap((each) => [
              changeEvidence(each.row, { until: overUntil }),
              ...setDue(rows, deskRef(each.row.id), overUntil, now),
            ]),
          ],
        };
      },
      async (person) => {
        const rows = await readNow(deployment.vault, casesOf(person));
        known = casesOn(rows, person, order).map((each) => each.row.id);
        return [casesOf(person), owedTo(person), ...[order, ...known].map(deskRef).map(dueOf)];
      },
    );
  };
}

function casesOn(rows: Rows, person: string, order: string) {
  return rows
    .of(casesOf(person))
    .map(caseFrom)
    .filter(({ evidence }) => evidence === order);
}
