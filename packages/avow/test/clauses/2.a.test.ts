import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { contentOf, givePartyKey } from '../party-keys.ts';
import {
  broker,
  carrier,
  engageCarrier,
  engageShop,
  historyOf,
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
  return { seller, buyer, engagement };
}

/** The address of the buyer, handed to a carrier that can open it. */
async function carried(avow: Market) {
  const { buyer, engagement } = await served(avow);
  const key = await givePartyKey(avow, carrier);
  const what = { person: buyer, categories: ['contact.address'], order, ...toCarrier } as const;
  const sealed = permittedBy(await avow.disclosures.seal('provide', what), '2.a.4');
  const { disclosure } = sealed;
  const open = () => avow.disclosures.open({ disclosure, party: carrier });
  return { buyer, engagement, key, sealed, open };
}

describe(cited('2.a.1'), () => {
  it.each(['provide', 'sell', 'lease', 'share', 'trade'] as const)(
    'refuses to %s to a party without an engagement, and says what would permit it',
    async (action) => {
      const avow = await market();
      const person = await member(avow);
      const refused = await avow.disclosures.seal(action, {
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
    refusedBy(await avow.disclosures.seal('provide', question), '2.a.1');
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
      avow.disclosures.seal('provide', {
        person,
        purpose: 'wish',
        categories: [category],
        to: { party: broker },
      });
    const { disclosure } = permittedBy(await provide('contact.phone'), '2.a.2');
    const read = await avow.disclosures.read({ disclosure, party: broker });
    expect(permittedBy(read, '2.a.2').values).toEqual({ 'contact.phone': '+86 Mei 1' });
    refusedBy(await provide('contact.name'), '2.a.1');
  });

  it('lets what was handed over be opened as long as the permission stands', async () => {
    const avow = await market();
    const person = await member(avow);
    await knowBroker(avow);
    const key = await givePartyKey(avow, broker);
    const categories = ['contact.name'] as const;
    const { consent } = await avow.consents.give({
      person,
      ...{ party: broker, action: 'share', purposes: ['wish'], categories, language: 'en' },
    });
    const what = { person, purpose: 'wish', categories, to: { party: broker } } as const;
    const sealed = permittedBy(await avow.disclosures.seal('share', what), '2.a.2');
    const { disclosure } = sealed;
    const open = () => avow.disclosures.open({ disclosure, party: broker });
    const opened = permittedBy(await open(), '2.a.2');
    const values = { 'contact.name': 'Mei' };
    expect(await contentOf(sealed, opened, key)).toMatchObject({ purpose: 'wish', values });
    await avow.consents.withdraw({ person, consent });
    refusedBy(await open(), 'P.1');
  });
});

describe(cited('2.a.3'), () => {
  it('sells nothing, even to one who serves the person', async () => {
    const avow = await market();
    const { buyer: person } = await served(avow);
    const categories = ['contact.phone'] as const;
    refusedBy(
      await avow.disclosures.seal('sell', { person, categories, order, ...toCarrier }),
      '2.a.3',
    );
  });
});

describe(cited('2.a.4'), () => {
  it('gives a party that serves the person what its part needs', async () => {
    const avow = await market();
    const { buyer: person } = await served(avow);
    const provide = (category: 'contact.address' | 'contact.phone' | 'contact.email') =>
      avow.disclosures.seal('provide', { person, categories: [category], order, ...toCarrier });
    const { sealed } = permittedBy(await provide('contact.address'), '2.a.4');
    expect(sealed).toEqual(['contact.address']);
    // The engagement covers the phone, this order does not need it.
    refusedBy(await provide('contact.phone'), 'P.1');
    refusedBy(await provide('contact.email'), 'P.1');
  });

  it('lets it open that by our leave, each time on record', async () => {
    const avow = await market();
    const { buyer, key, sealed, open } = await carried(avow);
    const values = { 'contact.address': 'Mei Street 1' };
    for (const _time of [1, 2]) {
      const opened = await open();
      const content = await contentOf(sealed, permittedBy(opened, '2.a.4'), key);
      expect(content).toMatchObject({ order, values });
      const [newest] = await historyOf(avow, buyer, 1);
      expect(newest).toMatchObject({ entry: opened.entry, what: { action: 'open' } });
    }
  });

  it('gives it nothing about somebody it does not serve', async () => {
    const avow = await market();
    await served(avow);
    const person = await member(avow, 'Wang');
    const categories = ['contact.address'] as const;
    refusedBy(
      await avow.disclosures.seal('provide', { person, categories, ...toCarrier }),
      '2.a.5',
    );
  });
});

describe(cited('2.a.5'), () => {
  it('opens nothing after the order has closed', async () => {
    const avow = await market();
    const { open } = await carried(avow);
    permittedBy(await open(), '2.a.4');
    await avow.orders.close({ order });
    refusedBy(await open(), '2.a.5');
  });

  it('opens nothing after the engagement has ended', async () => {
    const avow = await market();
    const { open, engagement } = await carried(avow);
    permittedBy(await open(), '2.a.4');
    await avow.parties.end({ party: carrier, engagement });
    refusedBy(await open(), '2.a.5');
  });

  it('opens nothing of one who was erased', async () => {
    const avow = await market();
    const { open, buyer } = await carried(avow);
    permittedBy(await open(), '2.a.4');
    await avow.erase({ person: buyer });
    // Nothing is left by which the party could be told of whom it was.
    await expect(open()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
  });
});

describe(cited('2.a.6'), () => {
  it('opens nothing for a marketing partner whose engagement has ended', async () => {
    const avow = await market();
    const person = await member(avow);
    const { engagement } = await engageShop(avow);
    await givePartyKey(avow, shop);
    const about = { purposes: ['marketing.partner'], categories: ['contact.name'] } as const;
    await avow.consents.give({ person, party: shop, action: 'share', ...about, language: 'en' });
    const question = {
      person,
      purpose: 'marketing.partner',
      categories: ['contact.name'],
      to: { party: shop },
    } as const;
    const sealed = await avow.disclosures.seal('share', question);
    const { disclosure } = permittedBy(sealed, '2.c.6');
    const open = () => avow.disclosures.open({ disclosure, party: shop });
    permittedBy(await open(), '2.c.6');
    await avow.parties.end({ party: shop, engagement });
    refusedBy(await open(), '2.a.6');
  });
});
