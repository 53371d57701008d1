import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { approve, court, DOCUMENT, engage, insurer, operators, orderOf } from '../desk.ts';
import { broker, carrier, engageCarrier, knowBroker, member, openOrder, order } from '../people.ts';
import { DAY, handClock, type Market, market } from '../place.ts';

async function ordered(avow: Market) {
  const seller = await member(avow, 'Li');
  const buyer = await member(avow, 'Mei');
  await engageCarrier(avow);
  await openOrder(avow, seller, buyer);
  return { seller, buyer };
}

describe(cited('3.1'), () => {
  it('starts from no field: whoever names none gets none, and one field more than a case adds gets nothing at all', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { seller, buyer: person } = await ordered(avow);
    const staff = await operators(avow);
    const [by, two, three] = staff;
    await knowBroker(avow);
    await engage(avow, court, 'authority');
    await engage(avow, insurer, 'thirdParty');
    type Category = 'contact.name' | 'contact.phone' | 'contact.address' | 'registration.username';

    // 3.a, 3.b and 3.f: what was allowed, what the part needs, what was asked.
    const allowed = { person, party: broker, action: 'disclose', purposes: ['wish'] } as const;
    await avow.consents.give({ ...allowed, categories: ['contact.phone'], language: 'en' });
    const wish = (...categories: Category[]) =>
      avow.disclosures.seal('disclose', {
        ...{ person, purpose: 'wish', categories, to: { party: broker } },
      });
    const need = (...categories: Category[]) =>
      avow.disclosures.seal('disclose', {
        ...{ person, purpose: 'fulfilment', categories, to: { party: carrier }, order },
      });
    await avow.orders.perform({ order, by: seller });
    await avow.orders.ask({ order, by: seller, categories: ['contact.phone'] });
    const dispute = (...categories: Category[]) =>
      avow.act('disclose', {
        ...{ person, purpose: 'dispute.order', categories, to: { user: seller }, order },
      });
    for (const [ask, fits, sentence] of [
      [wish, 'contact.phone', '3.a.1'],
      [need, 'contact.address', '3.b.1'],
      [dispute, 'contact.phone', '3.f.1'],
    ] as const) {
      await expect(ask()).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'categories' });
      expect(await ask(fits, 'registration.username')).toMatchObject({ permitted: false });
      permittedBy<unknown>(await ask(fits), sentence);
    }

    // 3.c, 3.d and 3.g: what the order, the finding and the basis cover.
    const evidence = await orderOf(avow, person, staff, clock.now());
    const words = { en: 'Recalls of unsafe goods.', 'zh-CN': '不安全商品的召回。' };
    const { basis } = await avow.desk.bases.propose({
      ...{ words, categories: ['contact.name'], parties: [insurer], by },
      until: clock.now() + DAY,
    });
    await avow.desk.bases.publish({ basis, by: two });
    const { violation } = await avow.registers.violations.record({
      ...{ person, rule: 'sell-only-what-is-yours', happened: clock.now(), by },
      ...{ thirdParty: insurer, reason: 'It was not theirs.' },
    });
    await avow.registers.violations.uphold({ violation, by: two });
    const cases = [
      [{ type: 'law', evidence, to: { party: court } }, 'contact.address', '3.c.1'],
      [{ type: 'violation', evidence: violation, to: { party: insurer } }, 'visit.ip', '3.d.1'],
      [{ type: 'basis', evidence: basis, to: { party: insurer } }, 'contact.phone', '3.g.1'],
    ] as const;
    const delivered = async (about: (typeof cases)[number][0], categories: readonly string[]) => {
      const opening = { ...about, person, by, categories } as never;
      const { case: id } = await avow.desk.cases.open(opening);
      await approve(avow, id, [two, three]);
      return avow.desk.cases.deliver({ case: id, by });
    };
    for (const [about, tooMuch, sentence] of cases) {
      const none = delivered(about, []);
      await expect(none).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'categories' });
      const more = await delivered(about, ['contact.name', tooMuch]);
      expect(more).toMatchObject({ permitted: false });
      permittedBy(await delivered(about, ['contact.name']), sentence);
    }

    // 3.e: what a complaint passes on is not for anybody to widen.
    const { case: id } = await avow.desk.complaints.file({
      ...{ complainant: person, respondent: seller, right: 'patent', title: 'A lamp' },
      ...{ listing: 'lamp', document: DOCUMENT },
    });
    expect((await avow.desk.cases.get(id))?.categories).toEqual([
      ...['claim', 'contact.email', 'contact.name', 'contact.phone', 'organisation.contact'],
    ]);
  });
});

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
