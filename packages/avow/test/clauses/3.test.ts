import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { broker, carrier, engageCarrier, knowBroker, member, openOrder, order } from '../people.ts';
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
