import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { asOrderId, type PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { operator } from '../desk.ts';
import { kindsOf } from '../kept.ts';
import { engageShop, historyOf, member, shop } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const order = asOrderId('order-1');
const written = { handle: 'quiet-heron-17', rating: 5, text: 'Well packed.' } as const;

/** An order that has been paid, shipped and received. */
async function dealt(avow: Market, id = order) {
  const seller = await member(avow, `seller-${id}`);
  const buyer = await member(avow, `buyer-${id}`);
  await avow.orders.open({ order: id, sides: [seller, buyer] });
  await avow.orders.perform({ order: id, by: buyer });
  await avow.orders.close({ order: id });
  return { seller, buyer };
}

const review = (avow: Market, by: PersonId, id = order) =>
  avow.registers.evaluations.write({ order: id, by, ...written });

const ownOf = (avow: Market, person: PersonId) =>
  avow.registers.join({
    person,
    purpose: 'rights',
    categories: ['register.activity', 'register.order', 'register.evaluation'],
    to: 'person',
  });

describe(cited('6.c.1'), () => {
  it('lets anyone read an evaluation under its handle, and says nothing of who wrote it where', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    await review(avow, buyer);
    const about = await avow.registers.evaluations.about(seller);
    expect(about).toEqual([{ ...written, at: expect.any(Number) }]);
    expect(JSON.stringify(about)).not.toContain(buyer);
    expect(await avow.registers.evaluations.about(buyer)).toEqual([]);
  });

  it('refuses whoever is no side, an order that is not over, a second one, and a handle that names', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    const stranger = await member(avow, 'stranger');
    const fault = (code: string, field: string) => ({ code, field });
    await expect(review(avow, stranger)).rejects.toMatchObject(fault('AVOW_NOT_FOUND', 'by'));
    const going = asOrderId('order-2');
    await avow.orders.open({ order: going, sides: [seller, buyer] });
    await expect(review(avow, buyer, going)).rejects.toMatchObject(fault('AVOW_STATE', 'order'));
    await avow.orders.close({ order: going });
    await expect(review(avow, buyer, going)).rejects.toMatchObject(fault('AVOW_STATE', 'order'));
    const named = { order, by: buyer, ...written, handle: buyer };
    await expect(avow.registers.evaluations.write(named)).rejects.toMatchObject(
      fault('AVOW_INPUT', 'handle'),
    );
    await review(avow, buyer);
    await expect(review(avow, buyer)).rejects.toMatchObject(fault('AVOW_EXISTS', 'order'));
    await avow.subjects.suspend(seller);
    await expect(review(avow, seller)).rejects.toMatchObject(fault('AVOW_STATE', 'by'));
  });

  it('lets the two sides of an order read it, and nobody else', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    const read = (by: PersonId) => avow.registers.order({ order, by });
    expect(await read(buyer)).toMatchObject({
      own: { order, state: 'closed', performed: expect.any(Number) },
      other: { person: seller, performed: undefined },
    });
    expect(await read(await member(avow, 'stranger'))).toBeUndefined();
    await avow.erase({ person: seller });
    expect((await read(buyer))?.other).toBeUndefined();
    expect(await read(seller)).toBeUndefined();
  });

  it('counts who takes part in an activity, and tells only each of themself', async () => {
    const avow = await market();
    const [mei, lin] = [await member(avow, 'Mei'), await member(avow, 'Lin')];
    const fair = { activity: 'spring-market', ends: Date.now() + DAY };
    await avow.registers.activities.join({ person: mei, ...fair });
    await avow.registers.activities.join({ person: lin, ...fair });
    expect(await avow.registers.activities.count('spring-market')).toBe(2);
    const { entries } = permittedBy(await ownOf(avow, mei), '6.c.2');
    expect(entries).toEqual([
      { register: 'activity', activity: 'spring-market', at: expect.any(Number) },
    ]);
    await avow.registers.activities.leave({ person: mei, activity: 'spring-market' });
    expect(await avow.registers.activities.count('spring-market')).toBe(1);
    expect(permittedBy(await ownOf(avow, mei), '6.c.2').entries).toEqual([]);
  });

  it('keeps nothing of it when an author is erased under a hold that does not name it', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    const { seller, buyer } = await dealt(avow);
    await review(avow, buyer);
    const fair = { activity: 'spring-market', ends: Date.now() + DAY };
    await avow.registers.activities.join({ person: buyer, ...fair });
    const verifiedBy = await operator(avow);
    const why = { kind: 'proceedings', document: '7'.repeat(64), verifiedBy } as const;
    await avow.holds.place({ person: buyer, categories: ['contact.phone'], ...why });
    await avow.erase({ person: buyer });
    expect(await avow.registers.evaluations.about(seller)).toEqual([]);
    // It is swept in the background, which a start takes up where it was cut off.
    await avow.close();
    const again = await openMarket(folder);
    onTestFinished(() => again.close());
    await vi.waitFor(async () => {
      expect(await kindsOf(folder, buyer)).not.toContain('register.evaluation');
      expect(await again.registers.activities.count('spring-market')).toBe(0);
    });
    expect(await kindsOf(folder, buyer)).toEqual(expect.arrayContaining(['hold', 'order.side']));
  });

  it('deletes an evaluation that is withdrawn, and with its author when they are erased', async () => {
    const folder = place();
    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    const { seller, buyer } = await dealt(avow);
    await review(avow, buyer);
    await avow.registers.evaluations.withdraw({ order, by: buyer });
    expect(await avow.registers.evaluations.about(seller)).toEqual([]);
    await expect(avow.registers.evaluations.withdraw({ order, by: buyer })).rejects.toMatchObject({
      code: 'AVOW_NOT_FOUND',
    });
    await review(avow, buyer);
    await avow.erase({ person: buyer });
    expect(await avow.registers.evaluations.about(seller)).toEqual([]);
    await expect(review(avow, seller)).rejects.toMatchObject({ code: 'AVOW_STATE' });
  });
});

describe(cited('6.c.2'), () => {
  it('joins them for the person, and puts them into what they take along', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    await review(avow, buyer);
    const { entries } = permittedBy(await ownOf(avow, buyer), '6.c.2');
    expect(entries.map(({ register }) => register)).toEqual(['order', 'evaluation']);
    const { held } = permittedBy(await avow.export({ person: buyer }), 'S.2.1');
    const taken = held.find(({ category }) => category === 'register.evaluation');
    expect(JSON.parse(taken?.value ?? '')).toMatchObject({ ...written, order });
    // Two decisions: what is held, and what lies outside.
    const lines = (await historyOf(avow, buyer, 2)).map(({ what }) => what);
    expect(lines).toMatchObject([
      { action: 'join', sentence: '6.c.2', permitted: true },
      { action: 'export', sentence: 'S.2.1', permitted: true },
    ]);
    expect(permittedBy(await ownOf(avow, seller), '6.c.2').entries).toHaveLength(1);
  });

  it('joins an order for the side that performed and asked, and that order alone', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'seller'), await member(avow, 'buyer')];
    for (const id of ['order-1', 'order-2']) {
      await avow.orders.open({ order: asOrderId(id), sides: [seller, buyer] });
    }
    const join = () =>
      avow.registers.join({
        person: seller,
        purpose: 'dispute.order',
        categories: ['register.order'],
        to: { user: buyer },
        order,
      });
    refusedBy(await join(), '6.c.2');
    await avow.orders.perform({ order, by: buyer });
    await avow.orders.ask({ order, by: buyer, categories: ['register.order'] });
    expect(permittedBy(await join(), '6.c.2').entries).toMatchObject([{ order, state: 'open' }]);
    await avow.orders.close({ order });
    refusedBy(await join(), '6.c.2');
  });

  it('refuses every other join, and puts the refusal on record', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    await engageShop(avow);
    const question = { person: seller, categories: ['register.order'] } as const;
    const refused = [
      await avow.registers.join({ ...question, purpose: 'service.personal' }),
      await avow.registers.join({ ...question, purpose: 'rights', to: 'public' }),
      await avow.registers.join({ ...question, purpose: 'marketing.partner', to: { party: shop } }),
      await avow.registers.join({ ...question, purpose: 'rights', to: { user: buyer } }),
    ];
    for (const each of refused) expect(each.permitted).toBe(false);
    refusedBy(refused[0]!, '6.c.2');
    const lines = (await historyOf(avow, seller, 4)).map(({ what }) => what);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatchObject({ action: 'join', permitted: false });
    const other = { person: seller, purpose: 'rights', categories: ['contact.name'] } as const;
    await expect(avow.registers.join(other)).rejects.toMatchObject({ code: 'AVOW_INPUT' });
  });

  it('lets one of two who write at the same time do so, and a retry once', async () => {
    const avow = await market();
    const { seller, buyer } = await dealt(avow);
    const both = await Promise.allSettled([review(avow, buyer), review(avow, buyer)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const retried = { order, by: seller, ...written, idempotencyKey: 'once' };
    const first = await avow.registers.evaluations.write(retried);
    expect(await avow.registers.evaluations.write(retried)).toEqual(first);
    // Whoever is erased while somebody writes about them leaves nothing behind.
    const next = await dealt(avow, asOrderId('order-2'));
    await Promise.allSettled([
      review(avow, next.buyer, asOrderId('order-2')),
      avow.erase({ person: next.seller }),
    ]);
    expect(await avow.registers.evaluations.about(next.seller)).toEqual([]);
  });

  it('keeps them over a restart, and for three years after the order has ended', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const { seller, buyer } = await dealt(first);
    await review(first, buyer);
    const { entry: _entry } = await first.registers.activities.join({
      person: buyer,
      activity: 'spring-market',
      ends: clock.now() + DAY,
    });
    await first.close();

    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    expect(await avow.registers.evaluations.about(seller)).toHaveLength(1);
    clock.pass(1095 * DAY);
    await avow.clock.confirm();
    expect(await avow.orders.get(order)).toBeDefined();
    clock.pass(1.5 * DAY);
    // The order's time is over, that of the activity is not: read no more, though not deleted yet.
    expect(await avow.registers.evaluations.about(seller)).toEqual([]);
    expect(await avow.orders.get(order)).toBeUndefined();
    const { entries } = permittedBy(await ownOf(avow, buyer), '6.c.2');
    expect(entries.map(({ register }) => register)).toEqual(['activity']);
    expect(await avow.sweep()).toBeGreaterThanOrEqual(6);
    clock.pass(DAY);
    await avow.sweep();
    expect(await avow.registers.activities.count('spring-market')).toBe(0);
    expect(permittedBy(await ownOf(avow, buyer), '6.c.2').entries).toEqual([]);
    expect(await avow.sweep()).toBe(0);
  });
});
