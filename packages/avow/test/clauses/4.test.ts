import { diff } from '@avow/policy';
import { harbourMarket, marketPolicy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { asPartyId, type MechanismKind, type PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf, member, openOrder, order } from '../people.ts';
import { type Market, market, openMarket, place } from '../place.ts';

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

/** What makes it lawful that somebody's name lies in China, though they live in Germany. */
async function intoChina(avow: Market, kind: MechanismKind = 'contract') {
  return avow.mechanisms.register({
    kind,
    origin: 'DE',
    destination: 'CN',
    purposes: ['keeping', 'account'],
    categories: ['contact.name'],
    document: 'a'.repeat(64),
  });
}

/** Keeps somebody's name, for their account. */
async function keepName(avow: Market, person: PersonId) {
  return avow.collect({ person, purpose: 'account', fields: { 'contact.name': 'Mia' } });
}

describe(cited('4.2'), () => {
  it('stores abroad by a decision of its own, which names its mechanism to the person', async () => {
    const avow = await market();
    const person = await abroad(avow);
    const { mechanism } = await intoChina(avow);
    permittedBy(await keepName(avow, person), '1.a.1');
    const [transfer, store, collect] = await historyOf(avow, person, 3);
    expect(collect?.what).toMatchObject({ action: 'collect', sentence: '1.a.1' });
    expect(store?.what).toMatchObject({ action: 'store', sentence: '4.1' });
    const named = [{ mechanism, kind: 'contract', origin: 'DE', destination: 'CN' }];
    const what = { action: 'transfer', permitted: true, sentence: '4.2', mechanisms: named };
    expect(transfer?.what).toMatchObject({ ...what, categories: ['contact.name'] });
  });

  it('looks at mechanisms for what is abroad alone: an act at home rests on none', async () => {
    const avow = await market();
    const { mechanism } = await intoChina(avow);
    const categories = ['contact.name'] as const;
    const restsOn = async (person: PersonId) => {
      const used = await avow.act('use', { person, purpose: 'account', categories });
      expect(used.permitted).toBe(true);
      const { opening } = permittedBy(
        await avow.openReceipt({ person, entry: used.entry }),
        'S.2.2',
      );
      return opening.evidence;
    };
    const mia = await abroad(avow);
    permittedBy(await keepName(avow, mia), '1.a.1');
    expect(await restsOn(mia)).toContain(mechanism);
    expect(await restsOn(await member(avow))).not.toContain(mechanism);
  });

  it('covers what a mechanism names, and nothing else', async () => {
    const avow = await market();
    const person = await abroad(avow);
    await intoChina(avow);
    const fields = { 'contact.name': 'Mia', 'contact.phone': '+49 1' };
    refusedBy(await avow.collect({ person, purpose: 'account', fields }), '4.3');
    permittedBy(await keepName(avow, person), '1.a.1');
    const categories = ['contact.name'] as const;
    permittedBy(await avow.act('use', { person, purpose: 'account', categories }), '2.c.1');
    refusedBy(await avow.act('use', { person, purpose: 'support', categories }), '4.3');
  });

  it('rests on the consent of each person, where that is the mechanism', async () => {
    const avow = await market();
    const [mia, noah] = [await abroad(avow), await abroad(avow)];
    await intoChina(avow, 'consent');
    refusedBy(await keepName(avow, mia), '4.3');
    const allowed = { party: 'platform', action: 'transfer', purposes: ['keeping'] } as const;
    const categories = ['contact.name'] as const;
    const question = { ...allowed, categories, language: 'en' } as const;
    const { consent } = await avow.consents.give({ person: mia, ...question });
    permittedBy(await keepName(avow, mia), '1.a.1');
    refusedBy(await keepName(avow, noah), '4.3');
    await avow.consents.withdraw({ person: mia, consent });
    refusedBy(await keepName(avow, mia), '4.3');
  });

  it('transfers nothing on a mechanism that has ended, after a restart either', async () => {
    const folder = place();
    const before = await openMarket(folder);
    const person = await abroad(before);
    const { mechanism } = await intoChina(before);
    permittedBy(await keepName(before, person), '1.a.1');
    await before.mechanisms.end({ mechanism });
    refusedBy(await keepName(before, person), '4.3');
    await before.close();
    const avow = await openMarket(folder);
    refusedBy(await keepName(avow, person), '4.3');
    expect(await avow.mechanisms.list()).toMatchObject([{ mechanism, ended: expect.any(Number) }]);
    await avow.close();
  });

  it('announces another region as a major change', () => {
    const [one, two] = [
      marketPolicy(harbourMarket),
      marketPolicy({ ...harbourMarket, regions: ['home', 'eu'] }),
    ];
    expect(diff(one, two).major).toBe(true);
    expect(diff(two, one).major).toBe(false);
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
