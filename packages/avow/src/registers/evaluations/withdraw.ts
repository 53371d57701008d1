import type { Deployment } from '../../deployment.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asOrderId, asPersonId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { PersonId } from '../../face/ids.ts';
import type { Evaluations } from '../../face/registers.ts';
import { AvowError } from '../../fault.ts';
import { peopleIn } from '../../orders/order.ts';
import { evaluatedId, evaluationId, rowOf } from '../../register/evaluation.ts';

/** Takes back what one wrote: it is deleted, with what led to it. */
export function withdrawWith(deployment: Deployment): Evaluations['withdraw'] {
  return async (what) => {
    const order = asOrderId(what.order);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'evaluations.withdraw', { order, by });
    return record(deployment, request, async () => {
      const people = await peopleIn(deployment, order);
      const pairs = [0, 1].map((side) => [evaluationId(order, side), evaluatedId(order, side)]);
      return {
        people,
        widens: false,
        reads: pairs.flat().map(rowOf),
        note: { order },
        decide(rows) {
          const found = pairs
            .map((pair) => pair.flatMap((id) => rows.of(rowOf(id))))
            .find(([written]) => written?.person === by);
          if (!found) throw new AvowError('AVOW_NOT_FOUND', 'nothing was written by them', 'order');
          // A row of somebody who was erased meanwhile goes with them.
          const gone = found.filter(({ person }) => people.includes(person as PersonId));
          const changes = gone.map((before) => ({ table: 'evidence', before }) as const);
          return { evidence: 'evaluation', state: 'withdrawn', changes, value: { order } };
        },
      };
    });
  };
}
