import { describe, expect, it, onTestFinished } from 'vitest';
import type { DisclosureId, PersonId } from '../src/index.ts';
import { permittedBy, refusedBy } from './cited.ts';
import { contentOf, givePartyKey } from './party-keys.ts';
import { carrier, engageCarrier, engageShop, member, openOrder, order, shop } from './people.ts';
import { DAY, handClock, type Market, market, onPostgres, openMarket, place } from './place.ts';
import { changed } from './versions.ts';

const parcel = ['contact.name', 'contact.phone', 'contact.address'] as const;
const toCarrier = { purpose: 'fulfilment', categories: parcel, to: { party: carrier } } as const;

/** What the carrier needs to bring a thing to a buyer, handed over; the phone is read through us. */
async function carried(avow: Market, until?: number) {
  const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
  const { engagement } = await engageCarrier(avow, until);
  const key = await givePartyKey(avow, carrier);
  const serving = [{ party: carrier, categories: parcel }];
  await avow.orders.open({ order, sides: [seller, buyer], serving });
  const what = { person: buyer, ...toCarrier, order } as const;
  const handed = permittedBy(await avow.disclosures.seal('provide', what), '2.a.4');
  const named = { disclosure: handed.disclosure, party: carrier };
  const open = () => avow.disclosures.open(named);
  const read = () => avow.disclosures.read(named);
  return { seller, buyer, engagement, key, what, handed, ...named, open, read };
}

const sharing = { purpose: 'marketing.partner', categories: ['contact.name'] } as const;

/** Somebody who may allow a shop one thing. */
async function allowing(avow: Market) {
  const person = await member(avow);
  await engageShop(avow);
  const key = await givePartyKey(avow, shop);
  const { purpose, categories } = sharing;
  const said = { person, party: shop, action: 'share', purposes: [purpose], categories } as const;
  const give = () => avow.consents.give({ ...said, language: 'en' });
  const refuse = () => avow.consents.refuse({ ...said, language: 'en' });
  const seal = async () =>
    permittedBy(
      await avow.disclosures.seal('share', { person, ...sharing, to: { party: shop } }),
      '2.c.6',
    );
  const open = (disclosure: DisclosureId) => avow.disclosures.open({ disclosure, party: shop });
  return { person, key, give, refuse, seal, open };
}

const statesOf = async (avow: Market, person: PersonId) =>
  (await avow.disclosures.of(person)).map(({ opens, closed }) => [opens, closed?.because]);

describe('what is handed over', () => {
  it('is sealed, opens with the key that an opening grants, and is told to its person', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { buyer, key, handed, disclosure, open, read } = await carried(avow);
    expect(handed).toMatchObject({
      sealed: ['contact.name', 'contact.address'],
      online: ['contact.phone'],
    });
    const opened = permittedBy(await open(), '2.a.4');
    expect(opened.expires).toBe(clock.now() + 60_000);
    expect(await contentOf(handed, opened, key)).toMatchObject({
      ...{ disclosure, aud: carrier, order, purpose: 'fulfilment' },
      values: { 'contact.name': 'Mei', 'contact.address': 'Mei Street 1' },
    });
    expect(permittedBy(await read(), '2.a.4').values).toEqual({ 'contact.phone': '+86 Mei 1' });
    const [listed] = await avow.disclosures.of(buyer);
    const stands = { opens: true, sentence: '2.a.4', running: opened.expires };
    expect(listed).toMatchObject({ disclosure, ...stands });
    expect(await avow.disclosures.to(carrier)).toMatchObject([{ disclosure, jwe: handed.jwe }]);
  });

  it('is answered once more to a request that comes again, until it is closed', async () => {
    const avow = await market();
    const { buyer, what } = await carried(avow);
    const seal = () => avow.disclosures.seal('provide', { ...what, idempotencyKey: 'once' });
    const first = permittedBy(await seal(), '2.a.4');
    expect(permittedBy(await seal(), '2.a.4')).toEqual(first);
    await avow.disclosures.close({ person: buyer, disclosure: first.disclosure });
    await expect(seal()).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'idempotencyKey' });
  });

  it('is at most 256 that are open, of a person to a party', async () => {
    const avow = await market();
    const { person, give, seal } = await allowing(avow);
    await give();
    const [first] = await Promise.all(Array.from({ length: 256 }, seal));
    await expect(seal()).rejects.toMatchObject({ code: 'AVOW_TOO_MANY', field: 'to' });
    await avow.disclosures.close({ person, disclosure: first!.disclosure });
    await seal();
  });

  it('opens for its party alone, and to that only if it has a key', async () => {
    const avow = await market();
    const { key, disclosure, open } = await carried(avow);
    await avow.parties.revokeKey({ party: carrier, kid: key.kid });
    await expect(open()).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'party' });
    await engageShop(avow);
    const theirs = { disclosure, party: shop };
    await expect(avow.disclosures.open(theirs)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    await expect(avow.disclosures.read(theirs)).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
    expect(await avow.parties.violations(shop)).toMatchObject([
      { kind: 'foreignDisclosure', matter: disclosure },
    ]);
  });

  it('survives a restart, and opens there', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { key, handed, disclosure } = await carried(first);
    await first.close();
    const avow = await openMarket(folder);
    onTestFinished(() => avow.close());
    const opened = await avow.disclosures.open({ disclosure, party: carrier });
    const content = await contentOf(handed, permittedBy(opened, '2.a.4'), key);
    expect(content).toMatchObject({ values: { 'contact.name': 'Mei' } });
  });

  it('hands no key out once the policy reads a category of it through us', async () => {
    const avow = await market();
    const { open, read } = await carried(avow);
    await avow.policy.publish(
      changed((copy) => {
        copy.vocabulary.categories['contact.address']!.online = true;
      }),
    );
    const online = expect.arrayContaining(['contact.phone', 'contact.address']);
    expect(permittedBy(await open(), '2.a.4')).toMatchObject({ key: undefined, online });
    const { values } = permittedBy(await read(), '2.a.4');
    expect(values).toEqual({ 'contact.phone': '+86 Mei 1', 'contact.address': 'Mei Street 1' });
  });
});

describe('what was handed over opens no more, and the answer says what still runs', () => {
  it('once its person closed it', async () => {
    const avow = await market();
    const { buyer, disclosure, party, open } = await carried(avow);
    const { expires } = permittedBy(await open(), '2.a.4');
    const close = { person: buyer, disclosure, idempotencyKey: 'close' };
    const { running } = await avow.disclosures.close(close);
    expect(running).toEqual([{ disclosure, party, until: expires }]);
    expect(await avow.disclosures.close(close)).toMatchObject({ running });
    refusedBy(await open(), '2.a.5');
    expect(await statesOf(avow, buyer)).toEqual([[false, 'asked']]);
  });

  it.each(['order', 'engagement', 'suspension', 'erasure'] as const)(
    'after the end of the %s, nor is what is online read',
    async (end) => {
      const avow = await market();
      const { buyer, engagement, disclosure, party, open, read } = await carried(avow);
      const { expires } = permittedBy(await open(), '2.a.4');
      permittedBy(await read(), '2.a.4');
      const ends = {
        order: () => avow.orders.close({ order }),
        engagement: () => avow.parties.end({ party, engagement }),
        suspension: () => avow.subjects.suspend(buyer),
        erasure: async () => permittedBy(await avow.erase({ person: buyer }), 'S.4.1'),
      };
      const { running } = await ends[end]();
      expect(running).toEqual([{ disclosure, party, until: expires }]);
      for (const attempt of [open, read]) {
        if (end === 'erasure') {
          await expect(attempt()).rejects.toMatchObject({ code: 'AVOW_NOT_FOUND' });
        } else refusedBy(await attempt(), end === 'suspension' ? 'P.1' : '2.a.5');
      }
      // That it asked after the end is on its record; that an account is suspended is none of its doing.
      const kinds = (await avow.parties.violations(party)).map(({ kind }) => kind);
      const isItsDoing = end === 'order' || end === 'engagement';
      expect(kinds).toEqual(isItsDoing ? ['openedAfterEnd'] : []);
    },
  );

  it.each(['withdrawal', 'refusal'] as const)(
    'after a %s, for good: a permission that is given again is for what is handed over then',
    async (how) => {
      const avow = await market();
      const { person, give, refuse, seal, open } = await allowing(avow);
      const { consent } = await give();
      const { disclosure } = await seal();
      const { expires } = permittedBy(await open(disclosure), '2.c.6');
      const { running } =
        how === 'refusal' ? await refuse() : await avow.consents.withdraw({ person, consent });
      expect(running).toEqual([{ disclosure, party: shop, until: expires }]);
      refusedBy(await open(disclosure), '2.a.6');
      await give();
      refusedBy(await open(disclosure), '2.a.6');
      const again = await seal();
      permittedBy(await open(again.disclosure), '2.c.6');
      const states = await statesOf(avow, person);
      expect(states).toContainEqual([true, undefined]);
      expect(states).toContainEqual([false, 'withdrawn']);
    },
  );

  it('after an engagement, for good: a new one is for what is handed over then', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { what, engagement, party, open } = await carried(avow);
    await avow.parties.end({ party, engagement });
    clock.pass(1);
    await engageCarrier(avow);
    refusedBy(await open(), '2.a.5');
    const again = permittedBy(await avow.disclosures.seal('provide', what), '2.a.4');
    permittedBy(await avow.disclosures.open({ disclosure: again.disclosure, party }), '2.a.4');
  });

  it('when an engagement ran out by itself; the hourly sweep destroys the key', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { buyer, open } = await carried(avow, clock.now() + DAY);
    permittedBy(await open(), '2.a.4');
    clock.pass(DAY);
    refusedBy(await open(), '2.a.5');
    expect(await statesOf(avow, buyer)).toEqual([[false, undefined]]);
    await avow.sweep();
    expect(await statesOf(avow, buyer)).toEqual([[false, 'ended']]);
    refusedBy(await open(), '2.a.5');
    expect(await avow.disclosures.to(carrier)).toEqual([]);
  });

  it('after a minute: then it takes a new opening', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const { buyer, disclosure, open } = await carried(avow);
    const { expires } = permittedBy(await open(), '2.a.4');
    clock.pass(20_000);
    expect(permittedBy(await open(), '2.a.4').expires).toBe(expires);
    clock.pass(40_000);
    expect(await avow.disclosures.of(buyer)).toMatchObject([{ disclosure, running: undefined }]);
    expect(permittedBy(await open(), '2.a.4').expires).toBe(clock.now() + 60_000);
  });

  it.runIf(onPostgres)('on whatever process, after it ended on one', async () => {
    const folder = place();
    const here = await openMarket(folder);
    const there = await openMarket(folder);
    const { buyer, disclosure, party, key, handed, open } = await carried(here);
    const other = () => there.disclosures.open({ disclosure, party });
    const opened = permittedBy(await other(), '2.a.4');
    expect(await contentOf(handed, opened, key)).toMatchObject({ disclosure });
    const { running } = await here.orders.close({ order });
    expect(running).toEqual([{ disclosure, party, until: opened.expires }]);
    for (const attempt of [open, other]) refusedBy(await attempt(), '2.a.5');
    expect(await statesOf(there, buyer)).toEqual([[false, 'ended']]);
    await Promise.all([here.close(), there.close()]);
  });
});

describe('an act', () => {
  it.each(['provide', 'sell', 'lease', 'share', 'trade', 'disclose', 'transfer'] as const)(
    'hands nothing to a party by %s: that is done sealed',
    async (action) => {
      const avow = await market();
      const { seller, buyer: person } = {
        seller: await member(avow, 'Li'),
        buyer: await member(avow),
      };
      await engageCarrier(avow);
      await openOrder(avow, seller, person);
      const act = avow.act(action, { person, ...toCarrier, order });
      await expect(act).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'action' });
    },
  );

  it('hands nothing of items or visits to a party either, whatever its person allowed', async () => {
    const avow = await market();
    const person = await member(avow);
    await engageShop(avow);
    const to = { party: shop };
    const [purpose, categories] = ['wish', ['contact.email']] as const;
    const said = {
      person,
      party: shop,
      action: 'disclose',
      purposes: [purpose],
      categories,
    } as const;
    await avow.consents.give({ ...said, language: 'en' });
    const item = { key: 'second', category: 'contact.email', value: 'mei@example.com' } as const;
    permittedBy(await avow.items.add({ person, purpose: 'account', items: [item] }), '1.a.1');
    const asked = { purpose, to } as const;
    for (const act of [
      () => avow.items.act('disclose', { person, ...asked, categories }),
      () => avow.items.actOn('disclose', { key: 'second', ...asked }),
      () => avow.visits.act('disclose', { person, ...asked, categories: ['visit.ip'] }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'action' });
    }
  });

  it('opens nothing that was handed over, whoever is named', async () => {
    const avow = await market();
    const person = await member(avow);
    for (const to of ['platform', 'person', { party: carrier }] as const) {
      const act = avow.act('open', { person, ...toCarrier, to });
      await expect(act).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'action' });
    }
  });
});
