import { describe, expect, it } from 'vitest';
import { carrier, engageCarrier, member, openOrder, order } from './people.ts';
import { market } from './place.ts';

describe('the history of a person', () => {
  it('tells who did what, when, and under which sentence, newest first', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    const opened = await openOrder(avow, seller, buyer);
    const question = { purpose: 'fulfilment', categories: ['contact.address'] } as const;
    const provided = await avow.act('provide', {
      ...{ person: buyer, ...question, to: { party: carrier }, order },
    });
    const [newest, before] = await avow.history({ person: buyer, limit: 2 });
    expect(newest).toEqual({
      entry: provided.entry,
      at: provided.at,
      what: {
        kind: 'decision',
        action: 'provide',
        purpose: 'fulfilment',
        categories: ['contact.address'],
        recipient: 'servicePartner',
        party: carrier,
        order,
        permitted: true,
        sentence: '2.a.4',
      },
    });
    expect(before?.what).toEqual({ kind: 'evidence', evidence: 'order', state: 'open' });
    const [sellers] = await avow.history({ person: seller, limit: 1 });
    // Both sides find the opening of their order, each by an entry of its own.
    expect(sellers).toMatchObject({ entry: opened.entry, what: { evidence: 'order' } });
    expect(before?.entry).not.toBe(opened.entry);
  });

  it('is read page by page', async () => {
    const avow = await market();
    const person = await member(avow);
    for (let at = 0; at < 5; at += 1) {
      await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
    }
    const all = await avow.history({ person });
    const paged = [];
    for (;;) {
      const before = paged.at(-1)?.entry;
      const page = await avow.history({ person, limit: 3, ...(before ? { before } : {}) });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(all);
  });
});
