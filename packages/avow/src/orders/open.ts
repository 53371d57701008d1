import type { Words } from '@avow/policy';
import type { AuditedChange, Vault } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId, OrderId, PersonId } from '../face/ids.ts';
import type { Order } from '../face/orders.ts';
import { AvowError } from '../fault.ts';
import { orderRow, type SideBody } from '../register/order.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { serviceRef, servicesOf } from '../register/service.ts';
import { addEvidence } from '../rows/change.ts';
import { orderOf } from './order.ts';

/** An order to be opened, checked. */
export interface Opening {
  readonly order: OrderId;
  readonly sides: readonly [PersonId, PersonId];
  readonly serving: Order<Words>['serving'];
}

/** Opens an order between two people; the parties named in it serve both from now on. */
export async function open(
  deployment: Deployment,
  opening: Opening,
  options: Idempotent,
): Promise<Order<Words> & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const { order, sides, serving } = opening;
  const services = sides.flatMap((person) =>
    serving.map((part) => ({ person, ...part, read: servicesOf(person, part.party) })),
  );
  const request = repeatable(options, 'orders.open', { ...opening });
  return record(deployment, request, () => ({
    people: sides,
    widens: true,
    reads: [orderRow(order), ...services.map(({ read }) => read)],
    note: { order },
    decide(rows, now) {
      if (rows.of(orderRow(order)).length > 0) {
        throw new AvowError('AVOW_EXISTS', 'names an order that exists', 'order');
      }
      if (services.some(({ read }) => rows.of(read).length >= MOST_ROWS)) {
        throw new AvowError(
          'AVOW_TOO_MANY',
          'serves too many open orders of one person',
          'serving',
        );
      }
      return {
        evidence: 'order',
        state: 'open',
        changes: openingChanges(vault, opening, now),
        value: orderOf(
          order,
          { serving, state: 'open' },
          sides.map((person, side) => ({ ...untouched(side), person })),
        ),
      };
    },
  }));
}

/** The order, a row for each side, and a row for each party that serves each side. */
function openingChanges(
  vault: Vault,
  { order, sides, serving }: Opening,
  now: number,
): AuditedChange[] {
  // The id follows from the name: of two that open one order at the same time, one meets the other's row.
  const row = {
    id: JSON.stringify(['order', order]),
    kind: 'order',
    ref: order,
    state: 'open',
    at: now,
  };
  const open = { state: 'open', at: now };
  return [
    addEvidence(row, { serving }),
    ...sides.flatMap((person, side) => [
      addEvidence(
        { id: vault.mint(), kind: 'order.side', person, ref: order, ...open },
        untouched(side),
      ),
      ...serving.map(({ party, categories }) =>
        addEvidence(
          {
            id: vault.mint(),
            kind: 'service',
            person,
            party,
            ref: serviceRef(person, party),
            ...open,
          },
          { order, categories },
        ),
      ),
    ]),
  ];
}

function untouched(side: number): SideBody {
  return { side, performed: null, completed: null, asked: null };
}
