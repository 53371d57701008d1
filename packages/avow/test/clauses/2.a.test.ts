import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import {
  broker,
  carrier,
  engageCarrier,
  engageShop,
  knowBroker,
  member,
  openOrder,
  order,
  shop,
} from '../people.ts';
import { type Market, market } from '../place.ts';

const toCarrier = { to: { party: carrier }, purpose: 'fulfilment' } as const;

async function served(avow: Market) {
  const seller = await member(avow, 'Li');
  const buyer = await member(avow, 'Mei');
  const { engagement } = await engageCarrier(avow);
  await openOrder(avow, seller, buyer);
  const open = () =>
    avow.act('open', { person: buyer, categories: ['contact.address'], order, ...toCarrier });
  return { seller, buyer, engagement, open };
}

describe(cited('2.a.1'), () => {
  it.each(['provide', 'sell', 'lease', 'share', 'trade'] as const)(
    'refuses to %s to a party without an engagement, and says what would permit it',
    async (action) => {
      const avow = await market();
      const person = await member(avow);
      const refused = await avow.act(action, {
        person,
        purpose: 'wish',
        categories: ['contact.phone'],
        to: { party: broker },
      });
      refusedBy(refused, '2.a.1');
      expect(refused).toMatchObject({ by: 'prohibition', category: 'contact.phone' });
      const steps = refused.permitted ? [] : refused.missing.map((remedy) => remedy.steps);
      expect(steps.flat().map(({ fact }) => fact)).toContain('permitted');
    },
  );

  it('cannot be got round by naming a class: a party is what its engagement says', async () => {
    const avow = await market();
    const person = await member(avow);
    const to = { party: broker, as: 'servicePartner' } as never;
    const question = { person, purpose: 'fulfilment', categories: ['contact.phone'], to } as const;
    refusedBy(await avow.act('provide', question), '2.a.1');
  });
});

describe(cited('2.a.2'), () => {
  it('hands over what was allowed, and no more', async () => {
    const avow = await market();
    const person = await member(avow);
    await knowBroker(avow);
    const allowed = { party: broker, action: 'provide', purposes: ['wish'] } as const;
    await avow.consents.give({ person, ...allowed, categories: ['contact.phone'], language: 'en' });
    const provide = (category: 'contact.phone' | 'contact.name') =>
      avow.act('provide', {
        person,
        purpose: 'wish',
        categories: [category],
        to: { party: broker },
      });
    const { values } = permittedBy(await provide('contact.phone'), '2.a.2');
    expect(values).toEqual({ 'contact.phone': '+86 Mei 1' });
    refusedBy(await provide('contact.name'), '2.a.1');
  });

  it('lets what was handed over be opened as long as the permission stands', async () => {
    const avow = await market();
    const person = await member(avow);
    await knowBroker(avow);
    const categories = ['contact.phone'] as const;
    const to = { party: broker };
    const { consent } = await avow.consents.give({
      person,
      ...{ party: broker, action: 'share', purposes: ['wish'], categories, language: 'en' },
    });
    const open = () => avow.act('open', { person, purpose: 'wish', categories, to });
    permittedBy(await open(), '2.a.2');
    await avow.consents.withdraw({ person, consent });
    refusedBy(await open(), 'P.1');
  });
});

describe(cited('2.a.3'), () => {
  it('sells nothing, even to one who serves the person', async () => {
    const avow = await market();
    const { buyer: person } = await served(avow);
    const categories = ['contact.phone'] as const;
    refusedBy(await avow.act('sell', { person, categories, order, ...toCarrier }), '2.a.3');
  });
});

describe(cited('2.a.4'), () => {
  it('gives a party that serves the person what its part needs', async () => {
    const avow = await market();
    const { buyer: person } = await served(avow);
    const provide = (category: 'contact.address' | 'contact.phone' | 'contact.email') =>
      avow.act('provide', { person, categories: [category], order, ...toCarrier });
    const { values } = permittedBy(await provide('contact.address'), '2.a.4');
    expect(values).toEqual({ 'contact.address': 'Mei Street 1' });
    // The engagement covers the phone, this order does not need it.
    refusedBy(await provide('contact.phone'), 'P.1');
    refusedBy(await provide('contact.email'), 'P.1');
  });

  it('gives it nothing about somebody it does not serve', async () => {
    const avow = await market();
    await served(avow);
    const person = await member(avow, 'Wang');
    const categories = ['contact.address'] as const;
    refusedBy(await avow.act('provide', { person, categories, ...toCarrier }), '2.a.5');
  });
});

describe(cited('2.a.5'), () => {
  it('opens nothing after the order has closed', async () => {
    const avow = await market();
    const { open } = await served(avow);
    permittedBy(await open(), '2.a.4');
    await avow.orders.close({ order });
    refusedBy(await open(), '2.a.5');
  });

  it('opens nothing after the engagement has ended', async () => {
    const avow = await market();
    const { open, engagement } = await served(avow);
    permittedBy(await open(), '2.a.4');
    await avow.parties.end({ party: carrier, engagement });
    refusedBy(await open(), '2.a.5');
  });

  it('opens nothing of one who was erased', async () => {
    const avow = await market();
    const { open, buyer } = await served(avow);
    permittedBy(await open(), '2.a.4');
    await avow.erase({ person: buyer });
    await expect(open()).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  });
});

describe(cited('2.a.6'), () => {
  it('opens nothing for a marketing partner whose engagement has ended', async () => {
    const avow = await market();
    const person = await member(avow);
    const { engagement } = await engageShop(avow);
    const about = { purposes: ['marketing.partner'], categories: ['contact.phone'] } as const;
    await avow.consents.give({ person, party: shop, action: 'share', ...about, language: 'en' });
    const question = {
      person,
      purpose: 'marketing.partner',
      categories: ['contact.phone'],
      to: { party: shop },
    } as const;
    permittedBy(await avow.act('share', question), '2.c.6');
    permittedBy(await avow.act('open', question), '2.c.6');
    await avow.parties.end({ party: shop, engagement });
    refusedBy(await avow.act('open', question), '2.a.6');
  });
});
