import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { OrderId, PartyId, PersonId } from '../face/ids.ts';
import type { Order, OrderSide, OrderState } from '../face/orders.ts';
import { AvowError } from '../fault.ts';
import {
  type OrderRecord,
  orderRow,
  type SideRecord,
  sideFrom,
  sideRows,
} from '../register/order.ts';
import { personOf } from '../register/person.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { isThere } from '../subjects/subjects.ts';

/** An order as the platform meets it. */
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

/** The sides of an order that are these people's. */
export function sidesOf(rows: Rows, order: OrderId, people: readonly PersonId[]): SideRecord[] {
  return rows
    .of(sideRows(order))
    .map(sideFrom)
    .filter(({ person }) => people.includes(person as PersonId));
}

/** The people of an order. They never change, but that one may be erased, whose side is then nobody's. */
export async function peopleIn({ vault }: Deployment, order: OrderId): Promise<PersonId[]> {
  const rows = await readNow(vault, orderRow(order), sideRows(order));
  if (rows.of(orderRow(order)).length === 0) {
    throw new AvowError('AVOW_NOT_FOUND', 'no such order', 'order');
  }
  const people = rows.of(sideRows(order)).map((row) => row.person as PersonId);
  const persons = await readNow(vault, ...people.map(personOf));
  return people.filter((id) => {
    const [person] = persons.of(personOf(id));
    return person !== undefined && isThere(person);
  });
}

function sideOf({ person, performed, completed, asked }: SideRecord): OrderSide<Words> {
  return {
    person: person as PersonId,
    performed: performed ?? undefined,
    completed: completed ?? undefined,
    asked: asked ? { at: asked.at, categories: [...asked.categories] } : undefined,
  };
}
