import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/index.ts';
import { visiting, visitor } from '../browsing.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { type Market, market, openMarket, place } from '../place.ts';

const purpose = 'cookies.personal';
const categories = ['cookie.yield'] as const;

/** What a cookie told: kept, used, and gone. */
function yields(avow: Market, person: PersonId) {
  let count = 0;
  return {
    keep: (value: string) => {
      count += 1;
      const items = [{ key: `${person}/${count}`, category: categories[0], value }];
      return avow.items.add({ person, purpose, items });
    },
    use: () => avow.items.act('use', { person, purpose, categories }),
    useFor: (other: 'service.personal' | 'marketing.own' | 'cookies.promotion') =>
      avow.act('use', { person, purpose: other, categories }),
  };
}

describe(cited('5.c.1'), () => {
  it('keeps and uses what a cookie tells as far as its setting was allowed', async () => {
    const avow = await market();
    const { person, choose, read } = await visitor(avow);
    const { keep, use } = yields(avow, person);
    refusedBy(await read(), 'P.1');
    refusedBy(await keep('teapot'), 'P.1');
    await choose('accept');
    permittedBy(await read(), '5.a.2');
    permittedBy(await keep('teapot'), '5.c.1');
    const { items } = permittedBy(await use(), '5.c.1');
    expect(items.map(({ value }) => value)).toEqual(['teapot']);
    await choose('reject');
    refusedBy(await use(), '5.c.1');
    refusedBy(await keep('kite'), '5.c.1');
  });

  it('serves no other purpose, whatever was allowed', async () => {
    const avow = await market();
    const { person, choose } = await visitor(avow);
    const { useFor } = yields(avow, person);
    await choose('accept');
    refusedBy(await useFor('service.personal'), 'P.1');
    refusedBy(await useFor('marketing.own'), 'P.1');
    refusedBy(await useFor('cookies.promotion'), 'P.1');
  });

  it('lets a later word on the use alone stand', async () => {
    const avow = await market();
    const { person, choose, read } = await visitor(avow);
    await choose('accept');
    await avow.consents.refuse({
      person,
      party: 'platform',
      action: 'use',
      purposes: [purpose],
      categories,
      language: 'en',
    });
    refusedBy(await avow.act('use', { person, purpose, categories }), '5.c.1');
    permittedBy(await read(), '5.a.2');
  });

  it('uses nothing behind a no that is sent against it', async () => {
    const avow = await market();
    const { person, choose } = await visitor(avow);
    const { use } = yields(avow, person);
    for (let round = 0; round < 20; round += 1) {
      await choose('accept');
      const early = [use(), use()];
      const no = choose('reject');
      const late = [use(), use()];
      const { entry } = await no;
      for (const used of await Promise.all([...early, ...late])) {
        expect(used.permitted).toBe(used.entry < entry);
      }
      refusedBy(await use(), '5.c.1');
    }
  });

  it('lies in the vault like all else: there after a new start, shown to its person, gone when removed', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { person, choose } = await visitor(first);
    await choose('accept');
    permittedBy(await yields(first, person).keep('teapot, kite'), '5.c.1');
    await first.close();

    const avow = await openMarket(folder);
    const { items } = permittedBy(await yields(avow, person).use(), '5.c.1');
    expect(items.map(({ value }) => value)).toEqual(['teapot, kite']);
    const own = { person, purpose: 'rights', to: 'person', categories } as const;
    expect(permittedBy(await avow.items.act('show', own), 'S.2.1').items).toHaveLength(1);
    await visiting(avow, person).choose('reject');
    expect(permittedBy(await avow.items.remove(own), 'S.4.1')).toEqual({ count: 1 });
    expect(permittedBy(await avow.items.act('show', own), 'S.2.1').items).toEqual([]);
    await avow.close();
  });
});
