import { describe, expect, it } from 'vitest';
import { asPartyId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf, member, openOrder, order } from '../people.ts';
import { type Market, market } from '../place.ts';

const depot = asPartyId('depot');

/** Somebody in Germany, whose data would lie in the market's only region, in China. */
async function abroad(avow: Market) {
  const { person } = await avow.subjects.create({ country: 'DE' });
  await avow.agreement.accept({ person, language: 'en' });
  return person;
}

describe(cited('4.1'), () => {
  it('stores at home what is collected at home', async () => {
    const avow = await market();
    const person = await member(avow);
    const [store] = await historyOf(avow, person, 1);
    expect(store?.what).toMatchObject({ action: 'store', purpose: 'keeping', sentence: '4.1' });
  });
});

describe(cited('4.3'), () => {
  it('stores nothing outside the country of the person', async () => {
    const avow = await market();
    const person = await abroad(avow);
    const fields = { 'contact.name': 'Mia' };
    const collected = await avow.collect({ person, purpose: 'account', fields });
    refusedBy(collected, '4.3');
    const [refused] = await historyOf(avow, person, 1);
    expect(refused).toMatchObject({ entry: collected.entry, what: { action: 'store' } });
    expect(permittedBy(await avow.export({ person }), 'S.2.2').held).toEqual([]);
  });

  it('hands nothing to a party abroad, even one that serves the person', async () => {
    const avow = await market();
    const seller = await member(avow, 'Li');
    const buyer = await member(avow, 'Mei');
    const categories = ['contact.address'] as const;
    const as = { as: 'servicePartner', purposes: ['fulfilment'], categories } as const;
    await avow.parties.engage({ party: depot, country: 'NL', ...as });
    const serving = [{ party: depot, categories }];
    await avow.orders.open({ order, sides: [seller, buyer], serving });
    const question = { purpose: 'fulfilment', categories, to: { party: depot }, order } as const;
    refusedBy(await avow.disclosures.seal('provide', { person: buyer, ...question }), '4.3');
  });

  it('shows nothing to somebody abroad', async () => {
    const avow = await market();
    const seller = await abroad(avow);
    const buyer = await member(avow, 'Mei');
    await openOrder(avow, seller, buyer);
    await avow.orders.perform({ order, by: seller });
    const categories = ['contact.phone'] as const;
    await avow.orders.ask({ order, by: seller, categories });
    const to = { user: seller };
    const question = { purpose: 'dispute.order', categories, to, order } as const;
    refusedBy(await avow.act('disclose', { person: buyer, ...question }), '4.3');
  });

  it('transfers nothing without a registered mechanism', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.name'] as const;
    refusedBy(await avow.act('transfer', { person, purpose: 'account', categories }), 'P.1');
  });
});
