import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import {
  broker,
  carrier,
  engageCarrier,
  historyOf,
  knowBroker,
  member,
  openOrder,
  order,
} from '../people.ts';
import { type Market, market } from '../place.ts';

async function ordered(avow: Market) {
  const seller = await member(avow, 'Li');
  const buyer = await member(avow, 'Mei');
  await engageCarrier(avow);
  await openOrder(avow, seller, buyer);
  return { seller, buyer };
}

describe(cited('3.a.1'), () => {
  it('discloses what was allowed beforehand, with a receipt owed', async () => {
    const avow = await market();
    const person = await member(avow);
    await knowBroker(avow);
    const to = { party: broker };
    const categories = ['contact.phone'] as const;
    const disclose = () =>
      avow.disclosures.seal('disclose', { person, purpose: 'wish', categories, to });
    refusedBy(await disclose(), 'P.1');
    const choice = { person, party: broker, action: 'disclose', purposes: ['wish'] } as const;
    await avow.consents.give({ ...choice, categories, language: 'en' });
    const disclosed = await disclose();
    permittedBy(disclosed, '3.a.1');
    expect(disclosed).toMatchObject({ duties: ['giveReceipt'] });
  });
});

describe(cited('3.b.1'), () => {
  it('discloses to a party that the order needs, for that order alone', async () => {
    const avow = await market();
    const { buyer: person } = await ordered(avow);
    const categories = ['contact.address'] as const;
    const to = { party: carrier };
    const disclose = () =>
      avow.disclosures.seal('disclose', { person, purpose: 'fulfilment', categories, to, order });
    permittedBy(await disclose(), '3.b.1');
    await avow.orders.close({ order });
    refusedBy(await disclose(), 'P.1');
  });
});

describe(cited('3.c.2'), () => {
  it('discloses nothing for law while no order of an authority can be verified here', async () => {
    const avow = await market();
    const person = await member(avow);
    const court = { party: broker, as: 'authority', country: 'CN' } as const;
    const about = { purposes: ['legal'], categories: ['contact.name'] } as const;
    await avow.parties.engage({ ...court, ...about });
    const question = { person, purpose: 'legal', categories: ['contact.name'] } as const;
    refusedBy(
      await avow.disclosures.seal('disclose', { ...question, to: { party: broker } }),
      '3.c.2',
    );
  });
});

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
