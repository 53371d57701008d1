import { createHash } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { asOrderId, type PersonId } from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { operator } from './desk.ts';
import { givePartyKey } from './party-keys.ts';
import { carrier, engageCarrier, engageShop, member, openOrder, order, shop } from './people.ts';
import { DAY, handClock, type Market, market } from './place.ts';
import { announced } from './versions.ts';

const purpose = 'marketing.partner';
const about = { purposes: [purpose], categories: ['contact.name'] } as const;

/** A shop that is handed the names of people who allow it. */
async function sharing(avow: Market) {
  const { engagement } = await engageShop(avow);
  await givePartyKey(avow, shop);
  const allow = (person: PersonId, categories: readonly ('contact.name' | 'contact.phone')[]) =>
    avow.consents.give({
      ...{ person, party: shop, action: 'share', purposes: [purpose], categories },
      language: 'en',
    });
  const hand = async (person: PersonId) => {
    const { consent } = await allow(person, about.categories);
    const what = { person, purpose, categories: about.categories, to: { party: shop } } as const;
    const { disclosure } = permittedBy(await avow.disclosures.seal('share', what), '2.c.6');
    return { consent, disclosure, open: () => avow.disclosures.open({ disclosure, party: shop }) };
  };
  const end = () => avow.parties.end({ party: shop, engagement });
  return { allow, hand, end };
}

const closedOf = async (avow: Market, person: PersonId) =>
  (await avow.disclosures.of(person)).map(({ closed }) => closed?.because);

describe('what was handed over', () => {
  it('opens no more to a party that is made into another class after the end', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { hand, end } = await sharing(avow);
    const person = await member(avow);
    const { open } = await hand(person);
    await end();
    clock.pass(1);
    // Strangers open on the permission alone, and that still stands.
    await avow.parties.engage({ party: shop, as: 'unrelated', country: 'CN', ...about });
    refusedBy(await open(), '2.a.6');
    await avow.sweep();
    expect(await closedOf(avow, person)).toEqual(['ended']);
  });

  it('is closed by the sweep beside somebody whose erasure a hold keeps waiting', async () => {
    const avow = await market();
    const { hand, end } = await sharing(avow);
    const [held, person] = [await member(avow, 'Li'), await member(avow)];
    await hand(held);
    const { disclosure } = await hand(person);
    const document = createHash('sha256').update('a writ').digest('hex');
    const verifiedBy = await operator(avow);
    await avow.holds.place({ person: held, kind: 'proceedings', document, verifiedBy });
    await avow.erase({ person: held });
    // To its party it is like none already, wherever a page ends.
    const page = await avow.disclosures.to(shop, { limit: 1 });
    expect(page.map((each) => each.disclosure)).toEqual([disclosure]);
    await end();
    await avow.sweep();
    expect(await closedOf(avow, person)).toEqual(['ended']);
  });
});

describe('what a person allowed to be told to whoever serves them', () => {
  it('is closed with the order, since nothing but the service lifts what forbids it', async () => {
    const avow = await market();
    const [seller, person] = [await member(avow, 'Li'), await member(avow)];
    await engageCarrier(avow);
    await openOrder(avow, seller, person);
    const wish = { purpose: 'wish', categories: about.categories } as const;
    const said = { person, party: carrier, action: 'disclose', purposes: ['wish'] } as const;
    await avow.consents.give({ ...said, categories: wish.categories, language: 'en' });
    const what = { person, ...wish, to: { party: carrier }, order } as const;
    expect(await avow.disclosures.seal('disclose', what)).toMatchObject({ permitted: true });
    await avow.orders.close({ order });
    expect(await closedOf(avow, person)).toEqual(['ended']);
  });
});

describe('once a version has no word any more for what was handed over', () => {
  it.each(['marketing.partner', 'marketingPartner'])(
    '%s: it opens no more, and is taken back all the same',
    async (word) => {
      const clock = handClock();
      const avow = await market({ clock });
      const { hand, end } = await sharing(avow);
      const [person, other] = [await member(avow), await member(avow, 'Li')];
      const { consent, open, disclosure } = await hand(person);
      await hand(other);
      const renamed = JSON.stringify(policy).replaceAll(`"${word}"`, '"renamed"');
      await announced(avow, JSON.parse(renamed), clock.now());
      clock.pass(31 * DAY);
      await expect(open()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
      expect(await avow.disclosures.of(person)).toMatchObject([{ disclosure, opens: false }]);
      await avow.consents.withdraw({ person, consent });
      expect(await closedOf(avow, person)).toEqual(['withdrawn']);
      await end();
      await avow.sweep();
      expect(await closedOf(avow, other)).toEqual(['ended']);
    },
  );
});

describe('what a part needs', () => {
  it('is not got round by naming an order that the party has no part in', async () => {
    const avow = await market();
    const { allow } = await sharing(avow);
    const [seller, person] = [await member(avow, 'Li'), await member(avow)];
    const categories = ['contact.phone'] as const;
    await allow(person, categories);
    const serving = [{ party: shop, categories: about.categories }];
    await avow.orders.open({ order, sides: [seller, person], serving });
    for (const named of [undefined, order, asOrderId('another')]) {
      const what = { person, purpose, categories, to: { party: shop } } as const;
      const asked = named === undefined ? what : { ...what, order: named };
      expect(await avow.disclosures.seal('share', asked)).toMatchObject({ permitted: false });
    }
  });
});
