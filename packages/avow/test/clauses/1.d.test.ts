import { describe, expect, it, onTestFinished } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { counted } from '../counted.ts';
import { historyOf, member } from '../people.ts';
import { DAY, handClock, type Market, market, openMarket, place } from '../place.ts';

/** Keeps a word as often as it takes to be told. */
async function keepOften(avow: Market, keyword: string, times = 10) {
  for (let time = 0; time < times; time += 1) {
    expect(await avow.searches.keep(keyword)).toEqual({ kept: true });
  }
}

const entriesOf = async (avow: Market) => {
  await avow.log.flush();
  return (await avow.log.checkpoint()).split('\n')[1];
};

describe(cited('1.d.1'), () => {
  it('keeps words with nobody, and tells those that many searched for, of days that are over', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    await keepOften(avow, '  Old\u200b  ＲＡＤＩＯＳ ', 6);
    await keepOften(avow, 'old radios', 6);
    await keepOften(avow, 'a rare lamp of mei', 9);
    expect(await avow.searches.popular()).toEqual([]);
    clock.pass(DAY);
    await keepOften(avow, 'old radios', 30);
    expect(await avow.searches.popular()).toEqual([{ keyword: 'old radios', count: 12 }]);
    clock.pass(DAY);
    expect(await avow.searches.popular()).toEqual([{ keyword: 'old radios', count: 42 }]);
    expect(await avow.searches.popular({ least: 43 })).toEqual([]);
  });

  it('lets nobody ask for words that few searched for', async () => {
    const avow = await market();
    for (const which of [{ least: 9 }, { least: 1.5 }, { limit: 0 }, { limit: 101 }]) {
      const asked = avow.searches.popular(which);
      await expect(asked).rejects.toMatchObject({ code: 'AVOW_INPUT' });
    }
  });

  it('writes nothing when a word comes, so that no record tells who was there then', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const mei = await member(avow);
    const before = await entriesOf(avow);
    await keepOften(avow, 'teapot');
    expect(await entriesOf(avow)).toBe(before);
    clock.pass(DAY);
    expect(await avow.searches.popular()).toHaveLength(1);
    // The day as one, and that it was counted: both about nobody.
    expect(await entriesOf(avow)).toBe(String(Number(before) + 2));
    const lines = (await historyOf(avow, mei)).map(({ what }) => JSON.stringify(what));
    expect(lines.filter((line) => /search/.test(line))).toEqual([]);
  });

  it('keeps them over a restart, and adds up what two write of one day at once', async () => {
    const folder = place();
    const clock = handClock();
    for (let time = 0; time < 2; time += 1) {
      const avow = await openMarket(folder, { clock });
      await keepOften(avow, 'teapot');
      await keepOften(avow, 'kettle', 5);
      await avow.close();
    }
    const avow = await openMarket(folder, { clock });
    onTestFinished(() => avow.close());
    await keepOften(avow, 'kettle', 5);
    clock.pass(DAY);
    const asked = await Promise.all([avow.searches.popular(), avow.searches.popular()]);
    const kept = [
      { keyword: 'teapot', count: 20 },
      { keyword: 'kettle', count: 15 },
    ];
    expect(asked).toEqual([kept, kept]);
  });

  it('has its record out of everybody’s reach', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    await keepOften(avow, 'teapot');
    clock.pass(DAY);
    await avow.searches.popular();
    const person = 'all searches' as never;
    for (const asked of [avow.export({ person }), avow.erase({ person })]) {
      await expect(asked).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'person' });
    }
  });

  it('refuses by name whatever is attached', async () => {
    const avow = await market();
    const keep = avow.searches.keep as (...given: unknown[]) => Promise<unknown>;
    for (const [field, attached] of [
      ['person', { keyword: 'boats', person: 'p1' }],
      ['device', { device: 'd1' }],
      ['keyword', { 'mei@example.com': 1 }],
    ] as const) {
      for (const given of [[attached], ['boats', attached]]) {
        await expect(keep(...given)).rejects.toMatchObject({ code: 'AVOW_INPUT', field });
      }
    }
    await expect(keep('boats', 'p1')).rejects.toMatchObject({ field: 'keyword' });
    expect(await counted(avow, 'avow.searches.kept')).toEqual({});
  });

  it('refuses what is no word', async () => {
    const avow = await market();
    const none = ['', ' \u200b\t', 'x'.repeat(81), 'x'.repeat(500), 'a\0b', '\ud800', 7, undefined];
    for (const given of none) {
      const kept = avow.searches.keep(given as string);
      await expect(kept).rejects.toMatchObject({ code: 'AVOW_INPUT', field: 'keyword' });
    }
  });
});

describe(cited('1.d.2'), () => {
  it.each(['person', 'device'] as const)('refuses to attach a keyword by %s', async (source) => {
    const avow = await market();
    const person = await member(avow);
    const fields = { 'search.keyword': 'boats' };
    const attached = await avow.collect({ person, purpose: 'service.personal', fields, source });
    refusedBy(attached, '1.d.1');
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held.map(({ category }) => category)).not.toContain('search.keyword');
  });

  it.each(['join', 'derive', 'use'] as const)('refuses to %s keywords', async (action) => {
    const avow = await market();
    const person = await member(avow);
    const categories = ['search.keyword'] as const;
    refusedBy(await avow.act(action, { person, purpose: 'service.personal', categories }), '1.d.1');
  });

  it('feeds no interests: what is derived from has nothing of what was searched for', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const person = await member(avow);
    await keepOften(avow, 'teapot');
    const page = 'https://market.example/?q=teapot#teapot';
    await avow.visits.record({ person, visits: [{ page, search: 'teapot', title: 'teapot' }] });
    clock.pass(DAY);
    await avow.searches.popular();
    const { held } = permittedBy(await avow.export({ person }), 'S.2.1');
    expect(held).toContainEqual(expect.objectContaining({ category: 'visit.page', value: '/' }));
    expect(JSON.stringify(held)).not.toContain('teapot');
    const interest = {
      person,
      purpose: 'service.personal',
      categories: ['search.keyword'],
    } as const;
    refusedBy(await avow.visits.act('derive', interest), '1.d.1');
  });

  it('does not keep what is shaped like a number or an address, and counts it', async () => {
    const clock = handClock();
    const avow = await market({ clock });
    const shaped = {
      '138 1234 5678': 'phone',
      '11010519491231002X': 'identity',
      'a@b.cn': 'address',
    };
    for (const [keyword, because] of Object.entries(shaped)) {
      for (let time = 0; time < 10; time += 1) {
        expect(await avow.searches.keep(keyword)).toEqual({ kept: false, because });
      }
    }
    clock.pass(DAY);
    expect(await avow.searches.popular()).toEqual([]);
    expect(await counted(avow, 'avow.searches.dropped')).toEqual({
      phone: 10,
      identity: 10,
      address: 10,
    });
  });
});

describe(cited('S.5.2'), () => {
  it('keeps search words for ninety days, counted from the beginning of theirs', async () => {
    const clock = handClock(Date.UTC(2026, 0, 5, 9));
    const avow = await market({ clock });
    await keepOften(avow, 'teapot');
    clock.pass(89 * DAY);
    expect(await avow.searches.popular()).toHaveLength(1);
    clock.pass(DAY);
    expect(await avow.searches.popular()).toEqual([]);
    expect(await avow.sweep()).toBe(1);
  });
});
