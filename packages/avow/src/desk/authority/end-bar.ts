import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import type { AuthorityOrders } from '../../face/authority.ts';
import { AvowError } from '../../fault.ts';
import { isBarred } from '../../register/desk/authority-order.ts';
import { caseFrom, casesOf } from '../../register/desk/case.ts';
import { owedTo, tellingFrom } from '../../register/desk/telling.ts';
import { carriedOut } from '../told.ts';
import { changeOrder } from './step.ts';

/** Ends a bar before its time, or one that has none: the person is told in the same moment. */
export function endBarWith(deployment: Deployment): AuthorityOrders<Words>['endBar'] {
  return async (what) =>
    changeOrder(
      deployment,
      what,
      'barEnded',
      {},
      (found, { now, rows }) => {
        const { bar, row } = found;
        if (bar === null || !isBarred(found, now)) {
          throw new AvowError('AVOW_STATE', 'bars nothing', 'order');
        }
        const cases = rows
          .of(casesOf(row.person ?? ''))
          .map(caseFrom)
          .filter(({ evidence }) => evidence === row.id)
          .map((each) => each.row.id);
        const owed = rows
          .of(owedTo(row.person ?? ''))
          .filter((each) => cases.includes(tellingFrom(each).case));
        return {
          state: found.state,
          body: { bar: { ...bar, ended: now } },
          changes: owed.flatMap((each) => carriedOut(deployment, each, now)),
        };
      },
      (person) => [casesOf(person), owedTo(person)],
    );
}
