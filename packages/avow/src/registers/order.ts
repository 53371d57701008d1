import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { asOrderId, asPersonId } from '../door/ids.ts';
import type { OrderId, PersonId } from '../face/ids.ts';
import type { OrderState } from '../face/orders.ts';
import type { Dealing, Registers } from '../face/registers.ts';
import { orderRow, sideFrom, sideRows } from '../register/order.ts';
import { isThere, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';
import { isInTime } from './term.ts';

/** An order as its two sides read it, and nobody else. */
export function orderFor({ vault, policy }: Deployment): Registers<Words>['order'] {
  return async (what) => {
    const order = asOrderId(what.order);
    const by = asPersonId(what.by, 'by');
    const found = await readNow(vault, orderRow(order), sideRows(order));
    const [row] = found.of(orderRow(order));
    if (!row || !isInTime(row, policy.moment())) return undefined;
    const sides = found.of(sideRows(order));
    const people = (await vault.read(sides.map(({ person }) => personOf(person ?? '')))).flat();
    const there = sides.filter(({ person }) =>
      people.some((each) => each.id === person && isThere(each)),
    );
    const own = there.find(({ person }) => person === by);
    const other = there.find(({ person }) => person !== by);
    return (
      own && {
        own: dealing(row, own),
        other: other && { ...dealing(row, other), person: other.person as PersonId },
      }
    );
  };
}

/** One side's part in an order. */
export function dealing(order: EvidenceRow, side: EvidenceRow): Dealing {
  const { performed, asked } = sideFrom(side);
  return {
    order: (side.ref ?? '') as OrderId,
    state: order.state as OrderState,
    opened: side.at,
    performed: performed ?? undefined,
    asked: asked?.at,
  };
}
