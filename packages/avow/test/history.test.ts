import { describe, expect, it } from 'vitest';
import { permittedBy } from './cited.ts';
import { leavesOf, sizeOf } from './log.ts';
import { carrier, engageCarrier, historyOf, member, openOrder, order } from './people.ts';
import { type Market, market } from './place.ts';

describe('the history of a person', () => {
  it('tells who did what, when, and under which sentence, newest first', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    const opened = await openOrder(avow, seller, buyer);
    const question = { purpose: 'fulfilment', categories: ['contact.address'] } as const;
    const provided = await avow.disclosures.seal('provide', {
      ...{ person: buyer, ...question, to: { party: carrier }, order },
    });
    const [newest, before] = await historyOf(avow, buyer, 2);
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
    const [sellers] = await historyOf(avow, seller, 1);
    // Both sides find the opening of their order, each by an entry of its own.
    expect(sellers).toMatchObject({ entry: opened.entry, what: { evidence: 'order' } });
    expect(before?.entry).not.toBe(opened.entry);
  });

  it('is read page by page, down to the beginning', async () => {
    const avow = await market();
    const person = await member(avow);
    await use(avow, person, 4);
    const all = await historyOf(avow, person);
    const pages = await pagesOf(avow, { person, limit: 3 });
    // Newer than the whole is only that it was read. A last page that is full is known for the last.
    expect(pages.flat().slice(1)).toEqual(all);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 3]);
  });

  it('costs one decision a page, which commits to the lines that it showed', async () => {
    const avow = await market();
    const person = await member(avow);
    await use(avow, person, 5);
    const before = await sizeOf(avow);
    const read = await avow.history({ person, limit: 4 });
    const { happened } = permittedBy(read, 'S.2.2');
    expect(await sizeOf(avow)).toBe(before + 1);
    const look = { kind: 'decision', action: 'show', recipient: 'person', permitted: true };
    expect((await leavesOf(avow)).at(-1)).toMatchObject(look);
    const opened = permittedBy(await avow.openReceipt({ person, entry: read.entry }), 'S.2.2');
    expect(opened.opening.evidence).toEqual(happened.map(({ entry }) => entry));
  });

  it('tells of its own reading', async () => {
    const avow = await market();
    const person = await member(avow);
    const read = await avow.history({ person, limit: 1 });
    const [look] = await historyOf(avow, person, 1);
    const what = { action: 'show', purpose: 'rights', categories: ['history'], permitted: true };
    expect(look).toMatchObject({ entry: read.entry, what: { ...what, sentence: 'S.2.2' } });
  });

  it("leaves out a person's own looks where asked to, however many they are", async () => {
    const avow = await market();
    const person = await member(avow);
    const [registered] = await historyOf(avow, person, 1);
    for (let at = 0; at < 7; at += 1) await avow.export({ person });
    await use(avow, person, 1);
    const [used] = await historyOf(avow, person, 1);
    const pages = await pagesOf(avow, { person, limit: 2, ownLooks: false });
    expect(pages[0]).toEqual([used, registered]);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  });

  it('is narrowed to a kind, a category or a branch of them, and a party', async () => {
    const avow = await market();
    const [seller, buyer] = [await member(avow, 'Li'), await member(avow, 'Mei')];
    await engageCarrier(avow);
    await openOrder(avow, seller, buyer);
    const question = { purpose: 'fulfilment', categories: ['contact.address'] } as const;
    const carried = { person: buyer, ...question, to: { party: carrier }, order };
    const provided = await avow.disclosures.seal('provide', carried);
    const sold = await avow.disclosures.seal('sell', carried);
    const entries = async (asked: Omit<Asked, 'person'>) =>
      (await pagesOf(avow, { person: buyer, ownLooks: false, ...asked })).flat();
    const of = async (only: NonNullable<Asked['only']>) =>
      (await entries({ only })).map(({ entry }) => entry);

    expect(await of({ kind: 'disclosure' })).toEqual([provided.entry]);
    expect(await of({ kind: 'refusal' })).toEqual([sold.entry]);
    expect(await of({ party: carrier })).toEqual([sold.entry, provided.entry]);
    expect(await of({ party: carrier, kind: 'disclosure' })).toEqual([provided.entry]);
    const records = await entries({ only: { kind: 'record' } });
    expect(new Set(records.map(({ what }) => what.kind))).toEqual(new Set(['evidence']));
    const [, ...rest] = await of({ category: 'contact.address' });
    expect(rest).toContain(provided.entry);
    expect(await of({ category: 'contact' })).toEqual(await of({ category: 'contact.address' }));
    expect(await of({ category: 'registration' })).not.toContain(provided.entry);
    expect(await of({ category: 'contact.addres' })).toEqual([]);
    expect(await of({ sentence: sold.sentence })).toEqual([sold.entry]);
    expect(await of({ sentence: provided.sentence, kind: 'disclosure' })).toEqual([provided.entry]);
    expect(await of({ sentence: '3.f' })).toEqual([]);
  });

  it('goes on to the next page where a party has more lines than one holds', async () => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['contact.phone'] as const;
    const share = {
      person,
      purpose: 'marketing.partner',
      categories,
      to: { party: carrier },
    } as const;
    const refused = [];
    for (let at = 0; at < 5; at += 1)
      refused.unshift((await avow.disclosures.seal('share', share)).entry);
    const pages = await pagesOf(avow, { person, limit: 2, only: { party: carrier } });
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map(({ entry }) => entry)).toEqual(refused);
  });

  it('refuses a kind that there is not, by name', async () => {
    const avow = await market();
    const person = await member(avow);
    const read = avow.history({ person, only: { kind: 'whim' as 'use' } });
    await expect(read).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'only.kind' });
  });

  it('keeps a refused look among the others', async () => {
    const avow = await market();
    const person = await member(avow);
    await avow.subjects.suspend(person);
    const refused = await avow.export({ person });
    await avow.subjects.reinstate(person);
    const read = await avow.history({ person, ownLooks: false });
    const entries = permittedBy(read, 'S.2.2').happened.map(({ entry }) => entry);
    expect(entries).toContain(refused.entry);
  });
});

type Asked = Parameters<Market['history']>[0];

async function use(avow: Market, person: Asked['person'], times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
  }
}

/** Every page, as far back as it goes. */
async function pagesOf(avow: Market, asked: Asked) {
  const pages = [];
  for (let before: Asked['before']; ; ) {
    const read = await avow.history({ ...asked, ...(before ? { before } : {}) });
    const { happened, next } = permittedBy(read, 'S.2.2');
    pages.push(happened);
    if (next === undefined) return pages;
    before = next;
  }
}
