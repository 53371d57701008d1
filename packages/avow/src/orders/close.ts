import type { Words } from '@avow/policy';
import { registers } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { stillRunning } from '../disclosures/running.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { RunningOut } from '../face/disclosures.ts';
import type { EntryId, OrderId, PersonId } from '../face/ids.ts';
import type { Order } from '../face/orders.ts';
import { AvowError } from '../fault.ts';
import { dueOf, setDue } from '../register/due.ts';
import { goesOn, orderFrom, orderRow, sideRows } from '../register/order.ts';
import { serviceFrom, servicesOf } from '../register/service.ts';
import { keptUntil } from '../registers/term.ts';
import { changeEvidence, retireEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { handedFor } from './handed.ts';
import { orderOf, peopleIn, sidesOf } from './order.ts';

/**
 * Closes an order. Whoever served its sides in it serves them no longer when this returns, and opens
 * nothing any more of what it was handed for it. From now on
 * its time runs, at the end of which the register forgets it.
 */
export async function close(
  deployment: Deployment,
  order: OrderId,
  options: Idempotent,
): Promise<Order<Words> & RunningOut & { readonly entry: EntryId }> {
  const { vault, policy } = deployment;
  const request = repeatable(options, 'orders.close', { order });
  const { ended, ...over } = await record(deployment, request, async () => {
    const people = await peopleIn(deployment, order);
    const known = await readNow(vault, orderRow(order));
    const parties = known
      .of(orderRow(order))
      .flatMap((row) => orderFrom(row).serving)
      .map(({ party }) => party);
    const services = parties.flatMap((party) => people.map((person) => servicesOf(person, party)));
    const handed = handedFor(deployment, order, people, parties);
    return {
      people,
      widens: false,
      reads: [orderRow(order), sideRows(order), dueOf(order), ...services, ...handed.reads],
      note: { order },
      decide(rows, now) {
        const closed = handed.in(rows, now);
        if (!goesOn(rows, order)) throw new AvowError('AVOW_STATE', 'is closed', 'order');
        const row = rows.of(orderRow(order))[0]!;
        const until = keptUntil(policy.current().policy.vocabulary, registers.order, now);
        // A side of somebody who was erased goes with them.
        const there = rows
          .of(sideRows(order))
          .filter(({ person }) => people.includes(person as PersonId));
        const served = services
          .flatMap((read) => rows.of(read))
          .filter((service) => serviceFrom(service).order === order);
        return {
          evidence: 'order',
          state: 'closed',
          changes: [
            changeEvidence(row, { state: 'closed', until }),
            ...there.map((side) => changeEvidence(side, { until })),
            ...setDue(rows, order, until, now),
            ...served.map((service) => retireEvidence(service, 'ended')),
            ...closed.changes,
          ],
          value: {
            ...orderOf(order, { ...orderFrom(row), state: 'closed' }, sidesOf(rows, order, people)),
            ended: closed.ended,
          },
        };
      },
    };
  });
  return { ...over, running: await stillRunning(deployment, ended) };
}
