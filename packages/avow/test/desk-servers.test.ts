import { describe, expect, it } from 'vitest';
import { asOrderId } from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { approve, court, engage, operators, orderOf, ticketOf } from './desk.ts';
import { engageCarrier, member, openOrder } from './people.ts';
import { DAY, handClock, twoMarkets } from './place.ts';

const categories = ['contact.name'] as const;
const as = { party: court };

/** Two servers at which the same desk is at work, and a way to bring a case there that waits for approval. */
async function desks() {
  const clock = handClock();
  const [one, other] = await twoMarkets({ clock });
  const staff = await operators(one);
  await engage(one, court, 'authority');
  const bring = async (name: string) => {
    const person = await member(one, name);
    const order = await orderOf(one, person, staff, clock.now());
    const opening = { type: 'law', person, by: staff[0], to: as, categories } as const;
    const { case: id } = await other.desk.cases.open({ ...opening, evidence: order as never });
    const { digest } = (await one.desk.cases.approvable(id))!;
    return { person, order, id, digest };
  };
  return { one, other, clock, staff, bring };
}

const outcomes = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.map(({ status }) => status).sort();

describe('of two servers at one desk', () => {
  it('one counts an operator once, wherever and however often they approve at the same time', async () => {
    const { one, other, staff, bring } = await desks();
    const [by, two, three] = staff;
    const { id, digest } = await bring('Mei');
    const approval = { case: id, by: two, digest };
    const same = await Promise.allSettled(
      [one, other, one, other].map(({ desk }) => desk.cases.approve(approval)),
    );
    expect(outcomes(same)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    for (const each of same) {
      if (each.status === 'rejected') expect(each.reason.code).toBe('AVOW_EXISTS');
    }
    refusedBy(await other.desk.cases.deliver({ case: id, by }), '3.c.2');
    const [, delivery] = await Promise.all([
      one.desk.cases.approve({ ...approval, by: three }),
      other.desk.cases.deliver({ case: id, by }),
    ]);
    // Beside the second approval it may have come before or after; behind it, it is delivered.
    expect(['3.c.1', '3.c.2']).toContain(delivery.sentence);
    permittedBy(await other.desk.cases.deliver({ case: id, by }), '3.c.1');
  });

  it('none takes an approval of what was withdrawn, has ended or changed on the other', async () => {
    const { one, other, clock, staff, bring } = await desks();
    const [by, two, three, four] = staff;
    const ends = {
      withdrawn: ({ order }: Awaited<ReturnType<typeof bring>>) =>
        other.desk.orders.withdraw({ order, by: four }),
      closed: ({ id }: Awaited<ReturnType<typeof bring>>) =>
        other.desk.cases.close({ case: id, by: four }),
    };
    for (const [name, end] of Object.entries(ends)) {
      const there = await bring(name);
      const { id, digest } = there;
      await approve(one, id, [two]);
      const [, , delivery] = await Promise.allSettled([
        end(there),
        one.desk.cases.approve({ case: id, by: three, digest }),
        one.desk.cases.deliver({ case: id, by }),
      ]);
      const shown =
        delivery.status === 'fulfilled' && delivery.value.permitted
          ? one.desk.portal.redeem({ ticket: ticketOf(delivery.value), as })
          : undefined;
      if (shown) {
        const view = await shown.then((found) => found.view).catch(() => undefined);
        if (view) refusedBy(await one.desk.portal.look({ view, as }), '3.c.2');
      }
      refusedBy(await one.desk.cases.deliver({ case: id, by }), '3.c.2');
    }

    const { id, digest } = await bring('expired');
    await approve(other, id, [two]);
    const ticket = await (async () => {
      await approve(other, id, [three]);
      return ticketOf(await other.desk.cases.deliver({ case: id, by }));
    })();
    clock.pass(30 * DAY);
    const over = { code: 'AVOW_STATE' };
    await expect(one.desk.cases.approve({ case: id, by: four, digest })).rejects.toMatchObject(
      over,
    );
    await expect(one.desk.portal.redeem({ ticket, as })).rejects.toMatchObject(over);
    // Both servers tidy, and it expires once.
    await Promise.all([one, other].map(({ desk }) => desk.tidy()));
    expect(await other.desk.cases.get(id)).toMatchObject({ state: 'expired' });
  });

  it('one redeems a ticket, one is appealed at, and one settles', async () => {
    const { one, other, staff, bring } = await desks();
    const [by, two, three, four] = staff;
    const { id, person } = await bring('Mei');
    await approve(one, id, [two, three]);
    const ticket = ticketOf(await one.desk.cases.deliver({ case: id, by }));
    const redeemed = await Promise.allSettled(
      [one, other, one, other].map(({ desk }) => desk.portal.redeem({ ticket, as })),
    );
    expect(outcomes(redeemed)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    const appealed = await Promise.allSettled(
      [one, other].map(({ desk }) => desk.cases.appeal({ case: id, by: person })),
    );
    expect(outcomes(appealed)).toEqual(['fulfilled', 'rejected']);
    const appeal = appealed.flatMap((each) =>
      each.status === 'fulfilled' ? each.value.case : [],
    )[0]!;
    const settled = await Promise.allSettled([
      one.desk.cases.settle({ case: appeal, by: four, upheld: true }),
      other.desk.cases.settle({ case: appeal, by: four, upheld: false }),
    ]);
    expect(outcomes(settled)).toEqual(['fulfilled', 'rejected']);
    const isUpheld = settled[0].status === 'fulfilled';
    expect(await other.desk.cases.get(id)).toMatchObject({ state: isUpheld ? 'closed' : 'open' });
    expect(await other.desk.report()).toMatchObject([
      { ground: 'law', appealed: 1, undone: isUpheld ? 1 : 0 },
    ]);
  });

  it('each lets the same user enter at once, by one ticket and into one view', async () => {
    const { one, other } = await desks();
    const [seller, buyer] = [await member(one, 'Li'), await member(one, 'Mei')];
    await engageCarrier(one);
    const user = { user: seller };
    for (const at of ['order-1', 'order-2', 'order-3']) {
      const order = asOrderId(at);
      await openOrder(one, seller, buyer, order);
      await one.orders.perform({ order, by: seller });
      await one.orders.ask({ order, by: seller, categories: ['contact.phone'] });
      const about = { type: 'order', person: buyer, order, categories: ['contact.phone'] } as const;
      const { case: id } = await one.desk.cases.open({ ...about, by: seller, to: user });
      ticketOf(await one.desk.cases.deliver({ case: id, by: seller }));
      const entered = await Promise.all(
        [one, other, one, other, one, other].map(({ desk }) =>
          desk.portal.enter({ case: id, as: user }),
        ),
      );
      expect(new Set(entered.map((each) => each?.view)).size).toBe(1);
      const view = entered[0]?.view ?? '';
      permittedBy(await other.desk.portal.look({ view, as: user }), '3.f.1');
    }
  });
});
