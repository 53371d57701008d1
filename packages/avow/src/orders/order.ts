import type { Words } from '@avow/policy';
import type { OrderId, PartyId, PersonId } from '../face/ids.ts';
import type { Order, OrderSide, OrderState } from '../face/orders.ts';
import {
  type OrderRecord,
  orderFrom,
  orderRow,
  type SideRecord,
  sideFrom,
  sideRows,
} from '../register/order.ts';
import type { Rows } from '../rows/reading.ts';

/** A stored order as the platform meets it. A side that was erased is no longer there. */
export function orderOf(
  order: OrderId,
  record: OrderRecord,
  sides: readonly SideRecord[],
): Order<Words> {
  return {
    order,
    state: record.state as OrderState,
    sides: [...sides].sort((a, b) => a.side - b.side).map(sideOf),
    serving: record.serving.map(({ party, categories }) => ({
      party: party as PartyId,
      categories: [...categories],
    })),
  };
}

export function orderFromRows(order: OrderId, rows: Rows): Order<Words> | undefined {
  const [row] = rows.of(orderRow(order));
  return row && orderOf(order, orderFrom(row), rows.of(sideRows(order)).map(sideFrom));
}

function sideOf({ person, performed, asked }: SideRecord): OrderSide<Words> {
  return {
    person: person as PersonId,
    performed: performed ?? undefined,
    asked: asked ? { at: asked.at, categories: [...asked.categories] } : undefined,
  };
}
