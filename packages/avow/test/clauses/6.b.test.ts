import { describe, expect, it, onTestFinished } from 'vitest';
import { asOrderId, type PersonId } from '../../src/index.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { engageCarrier, historyOf, member, openOrder } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

const order = asOrderId('order-1');

/** An open order; its buyer lets the seller read what they write. */
async function talking(avow: Market) {
  const [seller, buyer] = [await member(avow, 'seller'), await member(avow, 'buyer')];
  await avow.orders.open({ order, sides: [seller, buyer] });
  const { consent } = await avow.consents.give({
    ...{ person: buyer, party: seller, action: 'show', language: 'en' },
    ...{ purposes: ['fulfilment'], categories: ['conversation'] },
  });
  return { seller, buyer, consent };
}

const write = (avow: Market, person: PersonId, key = 'message-1') =>
  avow.items.add({
    person,
    purpose: 'fulfilment',
    items: [{ key, category: 'conversation', value: 'By Friday?', terms: { order } }],
  });

const read = (avow: Market, author: PersonId, user: PersonId) =>
  avow.items.act('show', {
    ...{ person: author, purpose: 'fulfilment', to: { user }, order },
    categories: ['conversation'],
    terms: { order },
  });

describe(cited('6.b.1'), () => {
  it('shows contact details to the other side by permission alone, and in their order alone', async () => {
    const avow = await market();
    const { seller, buyer } = await talking(avow);
    const show = () =>
      avow.act('show', {
        ...{ person: buyer, purpose: 'fulfilment', categories: ['contact.phone'] },
        ...{ to: { user: seller }, order },
      });
    refusedBy(await show(), 'P.1');
    const { consent } = await avow.consents.give({
      ...{ person: buyer, party: seller, action: 'show', language: 'en' },
      ...{ purposes: ['fulfilment'], categories: ['contact.phone'] },
    });
    const shown = permittedBy(await show(), '6.b.1');
    expect(Object.keys(shown.values)).toEqual(['contact.phone']);
    await avow.consents.withdraw({ person: buyer, consent });
    refusedBy(await show(), 'P.1');
  });
});

describe(cited('6.b.2'), () => {
  it('finds contact details and passwords in what is about to be sent, and records nothing', async () => {
    const avow = await market();
    const before = await avow.log.flush();
    const text = 'Ring 138 0571 2210, or mei at example dot com; the password is rain2like';
    const found = avow.warnings.find(text);
    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['phone', '138 0571 2210'],
      ['email', 'mei at example dot com'],
      ['password', 'rain2like'],
    ]);
    expect(avow.warnings.find('24 x 36 cm, ¥1,299, made in 1987')).toEqual([]);
    expect(await avow.log.flush()).toBe(before);
  });
});

describe(cited('6.b.6'), () => {
  it('keeps a message sealed, shows it to the other side that was let, and to the author', async () => {
    const avow = await market();
    const { seller, buyer } = await talking(avow);
    permittedBy(await write(avow, buyer), '6.b.6');
    const { items } = permittedBy(await read(avow, buyer, seller), '6.b.6');
    expect(items.map(({ value }) => value)).toEqual(['By Friday?']);
    const { held } = permittedBy(await avow.export({ person: buyer }), 'S.2.1');
    expect(held.find(({ category }) => category === 'conversation')?.value).toBe('By Friday?');
    const [line] = (await historyOf(avow, buyer, 9)).filter(
      ({ what }) => what.kind === 'decision' && what.recipient === 'counterparty',
    );
    expect(line?.what).toMatchObject({ action: 'show', party: seller, order, sentence: '6.b.6' });
  });

  it('shows it to nobody else, without leave to nobody, and after the order to nobody', async () => {
    const avow = await market();
    const { seller, buyer } = await talking(avow);
    await write(avow, buyer);
    refusedBy(await read(avow, buyer, await member(avow, 'stranger')), 'P.1');
    // The leave that one side gave is not the other's.
    await write(avow, seller, 'message-2');
    refusedBy(await read(avow, seller, buyer), 'P.1');
    const promoting = { person: buyer, categories: ['conversation'], to: 'platform' } as const;
    refusedBy(await avow.items.act('use', { ...promoting, purpose: 'marketing.own' }), 'P.1');
    await avow.orders.dispute({ order, by: buyer });
    permittedBy(await read(avow, buyer, seller), '6.b.6');
    await avow.orders.close({ order });
    refusedBy(await read(avow, buyer, seller), 'P.1');
  });

  it('closes it while somebody reads: after the withdrawal has been answered nobody does', async () => {
    const avow = await market();
    const { seller, buyer, consent } = await talking(avow);
    await write(avow, buyer);
    const reads = Array.from({ length: 4 }, () => read(avow, buyer, seller));
    await avow.consents.withdraw({ person: buyer, consent });
    refusedBy(await read(avow, buyer, seller), 'P.1');
    await Promise.all(reads);
  });

  it('is there after a restart, for three years, and goes with its author', async () => {
    const clock = handClock();
    const folder = place();
    const first = await openMarket(folder, { clock });
    const { seller, buyer } = await talking(first);
    await write(first, buyer);
    await first.close();
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    expect(permittedBy(await read(avow, buyer, seller), '6.b.6').items).toHaveLength(1);
    clock.pass(1097 * DAY);
    await avow.clock.confirm();
    expect(permittedBy(await read(avow, buyer, seller), '6.b.6').items).toEqual([]);
    await write(avow, buyer, 'message-2');
    await avow.erase({ person: buyer });
    await expect(read(avow, buyer, seller)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await avow.items.isHeld('message-2')).toBe(false);
  });
});

describe(cited('6.b.3'), () => {
  it('tells what the other side saw, and when, and what it was refused', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    await openOrder(avow, seller, buyer);
    const categories = ['contact.phone'] as const;
    const about = { purpose: 'dispute.order', categories, to: { user: seller }, order } as const;
    const refused = await avow.act('disclose', { person: buyer, ...about });
    refusedBy(refused, '3.f.2');
    await avow.orders.perform({ order, by: seller });
    await avow.orders.ask({ order, by: seller, categories });
    const seen = await avow.act('disclose', { person: buyer, ...about });
    permittedBy(seen, '3.f.1');

    const shown = async (only: Parameters<typeof avow.history>[0]['only']) => {
      const read = await avow.history({ person: buyer, ...(only && { only }) });
      return permittedBy(read, 'S.2.2').happened;
    };
    const line = { recipient: 'counterparty', party: seller, order, categories };
    expect(await shown({ party: seller })).toMatchObject([
      { entry: seen.entry, at: seen.at, what: { ...line, permitted: true, sentence: '3.f.1' } },
      { entry: refused.entry, what: { ...line, permitted: false, sentence: '3.f.2' } },
    ]);
    expect((await shown({ kind: 'disclosure' })).map(({ entry }) => entry)).toEqual([seen.entry]);
    // To the one who saw it, it is no more than an order of theirs: it stands in nobody else's history.
    const others = permittedBy(await avow.history({ person: seller }), 'S.2.2').happened;
    expect(others.map(({ entry }) => entry)).not.toContain(seen.entry);
  });
});
