import { describe, expect, it, onTestFinished } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { operators, ticketOf } from '../desk.ts';
import { engageCarrier, historyOf, member, openOrder, order } from '../people.ts';
import { type Market, market, openMarket, place } from '../place.ts';

async function ordered(avow: Market) {
  const seller = await member(avow, 'Li');
  const buyer = await member(avow, 'Mei');
  await engageCarrier(avow);
  await openOrder(avow, seller, buyer);
  return { seller, buyer };
}

describe(cited('3.f.1'), () => {
  it('discloses to a side that performed and asked', async () => {
    const avow = await market();
    const { seller, buyer } = await ordered(avow);
    const categories = ['contact.name', 'contact.phone'] as const;
    const disclose = () =>
      avow.act('disclose', {
        person: buyer,
        purpose: 'dispute.order',
        categories,
        to: { user: seller },
        order,
      });

    const refused = await disclose();
    refusedBy(refused, '3.f.2');
    const missing = refused.permitted ? [] : refused.missing;
    expect(missing.map(({ steps }) => steps.map(({ fact }) => fact).sort())).toEqual([
      ['asked', 'performed'],
    ]);

    await avow.orders.perform({ order, by: seller });
    refusedBy(await disclose(), '3.f.2');
    await avow.orders.ask({ order, by: seller, categories });
    const disclosed = await disclose();
    expect(permittedBy(disclosed, '3.f.1').values).toEqual({
      'contact.name': 'Mei',
      'contact.phone': '+86 Mei 1',
    });
    const [newest] = await historyOf(avow, buyer, 1);
    expect(newest).toMatchObject({
      entry: disclosed.entry,
      what: { recipient: 'counterparty', party: seller, order, permitted: true },
    });
  });

  it('takes part of a performance for enough, also after a restart, and tells it from the whole', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { seller, buyer } = await ordered(first);
    const categories = ['contact.phone'] as const;
    await first.orders.ask({ order, by: buyer, categories });
    const about = { person: seller, purpose: 'dispute.order', categories, order } as const;
    const disclose = (avow: Market) => avow.act('disclose', { ...about, to: { user: buyer } });
    refusedBy(await disclose(first), '3.f.2');
    const part = await first.orders.perform({ order, by: buyer, part: true });
    expect(part.sides[1]).toMatchObject({ performed: expect.any(Number), completed: undefined });
    await first.close();

    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    permittedBy(await disclose(avow), '3.f.1');
    const whole = await avow.orders.perform({ order, by: buyer });
    expect(whole.sides[1]?.performed).toBe(part.sides[1]?.performed);
    expect(whole.sides[1]?.completed).toBeGreaterThanOrEqual(part.sides[1]!.performed!);
    // Of a request and a closing at the same moment, nothing is disclosed behind the closing.
    await Promise.all([disclose(avow), avow.orders.close({ order })]);
    refusedBy(await disclose(avow), '3.f.2');
  });

  it('shows it in a portal where the desk hands it over, until the order is closed', async () => {
    const avow = await market();
    const { seller, buyer } = await ordered(avow);
    const [operator] = await operators(avow);
    const categories = ['contact.phone'] as const;
    const about = { type: 'order', person: buyer, order, categories } as const;
    const opening = { ...about, by: seller, to: { user: seller } };
    const { case: id } = await avow.desk.cases.open(opening);
    const deliver = () => avow.desk.cases.deliver({ case: id, by: operator });
    refusedBy(await deliver(), '3.f.2');
    const { missing } = (await avow.desk.cases.approvable(id))!;
    expect(missing.map(({ steps }) => steps.map(({ fact }) => fact).sort())).toEqual([
      ['asked', 'performed'],
    ]);
    await avow.orders.perform({ order, by: seller });
    await avow.orders.ask({ order, by: seller, categories });
    const ticket = ticketOf(await deliver());
    const as = { user: seller };
    const { view } = await avow.desk.portal.redeem({ ticket, as });
    const look = () => avow.desk.portal.look({ view, as });
    expect(permittedBy(await look(), '3.f.1').values).toEqual({ 'contact.phone': '+86 Mei 1' });
    expect(await avow.desk.told(buyer)).toMatchObject([{ ground: 'order', to: { user: seller } }]);
    expect(await avow.desk.report()).toMatchObject([{ ground: 'order', delivered: 1 }]);
    await avow.orders.close({ order });
    refusedBy(await look(), '3.f.2');
  });
});

describe(cited('3.f.2'), () => {
  it('discloses only what was asked, only to the side that asked', async () => {
    const avow = await market();
    const { seller, buyer } = await ordered(avow);
    await avow.orders.perform({ order, by: seller });
    await avow.orders.ask({ order, by: seller, categories: ['contact.phone'] });
    const ask = (
      person: typeof buyer,
      user: typeof buyer,
      category: 'contact.phone' | 'contact.name',
    ) =>
      avow.act('disclose', {
        person,
        purpose: 'dispute.order',
        categories: [category],
        to: { user },
        order,
      });
    permittedBy(await ask(buyer, seller, 'contact.phone'), '3.f.1');
    refusedBy(await ask(buyer, seller, 'contact.name'), '3.f.2');
    refusedBy(await ask(seller, buyer, 'contact.phone'), '3.f.2');
    const stranger = await member(avow, 'Wang');
    refusedBy(await ask(buyer, stranger, 'contact.phone'), 'P.1');
  });

  it('discloses while the order or dispute is open, and not after', async () => {
    const avow = await market();
    const { seller, buyer } = await ordered(avow);
    const categories = ['contact.phone'] as const;
    await avow.orders.perform({ order, by: seller });
    await avow.orders.ask({ order, by: seller, categories });
    const about = { purpose: 'dispute.order', categories, to: { user: seller }, order } as const;
    const disclose = () => avow.act('disclose', { person: buyer, ...about });
    await avow.orders.dispute({ order, by: buyer });
    permittedBy(await disclose(), '3.f.1');
    await avow.orders.close({ order });
    refusedBy(await disclose(), '3.f.2');
  });
});
