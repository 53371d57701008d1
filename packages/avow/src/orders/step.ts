import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, OrderId, PersonId } from '../face/ids.ts';
import type { Order } from '../face/orders.ts';
import { AvowError } from '../fault.ts';
import {
  goesOn,
  orderFrom,
  orderRow,
  type SideRecord,
  sideFrom,
  sideRows,
} from '../register/order.ts';
import { changeEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { orderOf, peopleIn, sidesOf } from './order.ts';

type Stepped = Promise<Order<Words> & { readonly entry: EntryId }>;

/** A side performs, wholly or in part. Of each the first time counts. */
export async function perform(
  deployment: Deployment,
  order: OrderId,
  by: PersonId,
  part: boolean,
  options: Idempotent,
): Stepped {
  const more = part ? ({ part } as const) : {};
  return step(deployment, order, by, 'performed', more, options, (side, now) => ({
    ...side,
    performed: side.performed ?? now,
    completed: side.completed ?? (part ? null : now),
  }));
}

/** A side asks to be told something of the other. What it asks last is what it asks. */
export async function ask(
  deployment: Deployment,
  order: OrderId,
  by: PersonId,
  categories: readonly string[],
  options: Idempotent,
): Stepped {
  return step(deployment, order, by, 'asked', { categories }, options, (side, now) => ({
    ...side,
    asked: { at: now, categories },
  }));
}

/** A side disputes. The order goes on until it is closed. */
export async function dispute(
  deployment: Deployment,
  order: OrderId,
  by: PersonId,
  options: Idempotent,
): Stepped {
  return step(deployment, order, by, 'disputed', {}, options, (side) => side);
}

/** A dispute is over, and the order goes on as before. `AVOW_STATE` if there is none. */
export async function settleDispute(
  deployment: Deployment,
  order: OrderId,
  by: PersonId,
  options: Idempotent,
): Stepped {
  return step(deployment, order, by, 'settled', {}, options, (side) => side);
}

/** What a step makes of the order itself; all others are what one side did. */
const becomes = { disputed: 'disputed', settled: 'open' } as const;

/** One side does something in an order; both find it in their history. */
async function step(
  deployment: Deployment,
  order: OrderId,
  by: PersonId,
  state: 'performed' | 'asked' | keyof typeof becomes,
  more: { readonly categories?: readonly string[]; readonly part?: true },
  options: Idempotent,
  moved: (side: SideRecord, now: number) => SideRecord,
): Stepped {
  const request = repeatable(options, `orders.${state}`, { order, by, ...more });
  return record(deployment, request, async () => {
    const people = await peopleIn(deployment, order);
    return {
      people,
      // That somebody performed, asked or disputes is so, whatever the state of their account.
      widens: false,
      reads: [orderRow(order), sideRows(order)],
      note: { order },
      decide(rows, now) {
        if (!goesOn(rows, order)) throw new AvowError('AVOW_STATE', 'is closed', 'order');
        const before = ownSide(rows, order, by);
        const after = moved(sideFrom(before), now);
        const { person: _person, ...body } = after;
        const row = rows.of(orderRow(order))[0]!;
        if (state === 'settled' && row.state !== 'disputed') {
          throw new AvowError('AVOW_STATE', 'is not in dispute', 'order');
        }
        const isOrders = state === 'disputed' || state === 'settled';
        const next = isOrders ? { ...row, state: becomes[state] } : row;
        return {
          evidence: 'order',
          state,
          changes: isOrders
            ? [changeEvidence(row, { state: becomes[state] })]
            : [changeEvidence(before, { body })],
          value: orderOf(
            order,
            orderFrom(next),
            sidesOf(rows, order, people).map((side) => (side.person === by ? after : side)),
          ),
        };
      },
    };
  });
}

function ownSide(rows: Rows, order: OrderId, by: PersonId): EvidenceRow {
  const own = rows.of(sideRows(order)).find((row) => row.person === by);
  if (!own) throw new AvowError('AVOW_NOT_FOUND', 'is no side of this order', 'by');
  return own;
}
