import { describe, expect, it } from 'vitest';
import type { PersonId } from '../src/index.ts';
import { permittedBy } from './cited.ts';
import { approve, court, DOCUMENT, engage, operators, orderOf, ticketOf } from './desk.ts';
import { engageCarrier, member, openOrder, order } from './people.ts';
import { DAY, handClock, type Market, market } from './place.ts';

/** Somebody with an account who works here as well. */
async function colleague(avow: Market, name: string): Promise<PersonId> {
  const operator = await member(avow, name);
  await avow.desk.staff.appoint({ operator });
  return operator;
}

const tooNear = (field: string) => ({ code: 'AVOW_STATE', field });

describe('one of the desk whom a case concerns', () => {
  it('does nothing with an order of a court about themself, and ends no case on it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await colleague(avow, 'Mei');
    const [one, two, three] = await operators(avow);
    await engage(avow, court, 'authority');
    const { desk } = avow;
    const about = { person, authority: court, reference: '2026-9', country: 'CN' } as const;
    const recording = {
      ...{ ...about, issued: clock.now(), document: DOCUMENT, bar: {} },
      ...{ categories: ['contact.name'] as const, until: clock.now() + 9 * DAY },
    };
    await expect(desk.orders.record({ ...recording, by: person })).rejects.toMatchObject(
      tooNear('by'),
    );
    const { order } = await desk.orders.record({ ...recording, by: one });
    const step = { order, by: person };
    const approval = { reference: 'MOJ-4', document: DOCUMENT };
    for (const attempt of [
      () => desk.orders.verify({ ...step, how: 'in-person' }),
      () => desk.orders.clear({ ...step, ...approval }),
      () => desk.orders.endBar(step),
      () => desk.orders.withdraw(step),
    ]) {
      await expect(attempt()).rejects.toMatchObject(tooNear('by'));
    }
    await desk.orders.verify({ order, by: two, how: 'in-person' });
    const opening = { type: 'law', person, to: { party: court }, evidence: order } as const;
    const { case: id } = await desk.cases.open({
      ...{ ...opening, categories: ['contact.name'], by: one },
    });
    await approve(avow, id, [two, three]);
    for (const attempt of [
      () => desk.cases.close({ case: id, by: person }),
      () => desk.cases.refuse({ case: id, by: person, reason: 'not-verified' }),
      () => desk.cases.assign({ case: id, by: person, operator: two }),
    ]) {
      await expect(attempt()).rejects.toMatchObject(tooNear('by'));
    }
    permittedBy(await desk.cases.deliver({ case: id, by: one }), '3.c.1');
  });

  it('verifies no complaint of their own or about them, and handles no case in which they ask', async () => {
    const avow = await market();
    const complainant = await colleague(avow, 'Mei');
    const respondent = await colleague(avow, 'Lan');
    const [other] = await operators(avow);
    const { desk } = avow;
    const { case: id } = await desk.complaints.file({
      ...{ complainant, respondent, right: 'trademark', title: 'Heron of Mei Ltd' },
      ...{ listing: 'listing-7', document: DOCUMENT },
    });
    for (const by of [complainant, respondent]) {
      await expect(desk.complaints.verify({ case: id, by })).rejects.toMatchObject(tooNear('by'));
      await expect(desk.cases.close({ case: id, by })).rejects.toMatchObject(tooNear('by'));
      const handling = { case: id, by: other, operator: by };
      await expect(desk.cases.assign(handling)).rejects.toMatchObject(tooNear('operator'));
    }
    await desk.complaints.verify({ case: id, by: other });

    // Else they would look at the other side of their own order as those who handle its case.
    const buyer = await member(avow, 'Wen');
    await engageCarrier(avow);
    await openOrder(avow, respondent, buyer);
    const asking = { type: 'order', person: buyer, order, categories: ['contact.phone'] } as const;
    const opened = await desk.cases.open({ ...asking, by: respondent, to: { user: respondent } });
    await expect(
      desk.cases.assign({ case: opened.case, by: respondent, operator: respondent }),
    ).rejects.toMatchObject(tooNear('by'));
  });

  it('settles no appeal that is their own, or of what they verified or handed over', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await colleague(avow, 'Mei');
    const [one, two, three, deliverer] = await operators(avow);
    const { person: recorder } = await avow.subjects.create({ kind: 'device' });
    const { person: fresh } = await avow.subjects.create({ kind: 'device' });
    for (const operator of [recorder, fresh]) await avow.desk.staff.appoint({ operator });
    await engage(avow, court, 'authority');
    const { desk } = avow;
    const evidence = await orderOf(avow, person, [recorder, two], clock.now());
    const { case: id } = await desk.cases.open({
      ...{ type: 'law', person, by: one, to: { party: court }, evidence: evidence as never },
      categories: ['contact.name'],
    });
    await approve(avow, id, [two, three]);
    ticketOf(await desk.cases.deliver({ case: id, by: deliverer }));
    const { case: appeal } = await desk.cases.appeal({ case: id, by: person });
    for (const by of [person, one, two, three, deliverer, recorder]) {
      await expect(desk.cases.settle({ case: appeal, by, upheld: true })).rejects.toMatchObject(
        tooNear('by'),
      );
      await expect(
        desk.cases.assign({ case: appeal, by: fresh, operator: by }),
      ).rejects.toMatchObject(tooNear('operator'));
    }
    await desk.cases.settle({ case: appeal, by: fresh, upheld: true });
    expect(await desk.cases.get(id)).toMatchObject({ state: 'closed' });
  });

  it('reverses no violation of their own, and lifts no measure because of it', async () => {
    const avow = await market();
    const person = await colleague(avow, 'Mei');
    const [other] = await operators(avow);
    const { violations } = avow.registers;
    const about = {
      person,
      rule: 'fake-reviews',
      reason: 'Bought stars.',
      happened: Date.now() - DAY,
    };
    const { violation } = await violations.record({ ...about, by: other });
    const own = { violation, by: person };
    await expect(violations.uphold(own)).rejects.toMatchObject(tooNear('by'));
    await expect(violations.reverse(own)).rejects.toMatchObject(tooNear('by'));
    expect(await violations.reverse({ violation, by: other })).toMatchObject({ state: 'reversed' });
  });
});
