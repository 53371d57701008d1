import { policy } from '@avow/policy-market';
import { describe, expect, it } from 'vitest';
import { visiting, visitor } from '../browsing.ts';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf } from '../people.ts';
import { market, openMarket, place } from '../place.ts';

describe(cited('5.a.1'), () => {
  it('sets a needed cookie for a visitor who has not decided', async () => {
    const { needed } = await visitor(await market());
    permittedBy(await needed(), '5.a.1');
  });

  it('does not set it for whoever refused', async () => {
    const avow = await market();
    const { needed, person } = await visitor(avow);
    const purpose = 'cookies.needed';
    await avow.cookies.choose({ person, purpose, answer: 'reject', language: 'en' });
    refusedBy(await needed(), '5.b.1');
  });
});

describe(cited('5.a.2'), () => {
  it('waits for a yes, purpose by purpose', async () => {
    const avow = await market();
    const { optional, choose, person } = await visitor(avow);
    refusedBy(await optional(), 'P.1');
    await choose('accept');
    permittedBy(await optional(), '5.a.2');
    const categories = ['cookie.identifier'] as const;
    const promotion = { person, purpose: 'cookies.promotion', categories } as const;
    refusedBy(await avow.act('setCookie', promotion), 'P.1');
  });

  it('remembers the yes after a new start, and the no after another', async () => {
    const folder = place();
    const first = await openMarket(folder);
    const { person, choose } = await visitor(first);
    await choose('accept');
    await first.close();
    const second = await openMarket(folder);
    permittedBy(await visiting(second, person).optional(), '5.a.2');
    await visiting(second, person).choose('reject');
    await second.close();
    const third = await openMarket(folder);
    refusedBy(await visiting(third, person).optional(), '5.b.1');
    await third.close();
  });
});

describe(cited('5.a.3'), () => {
  it('knows the cookies that are listed, and decides about no other', async () => {
    const avow = await market();
    const { person, needed } = await visitor(avow);
    expect(avow.cookies.list().map(({ listed }) => listed)).toEqual(Object.keys(policy.cookies!));
    expect(avow.cookies.purposes()).toEqual(['cookies.needed', 'cookies.personal']);
    expect(permittedBy(await needed(), '5.a.1')).toMatchObject({
      cookie: { listed: 'market_session', by: 'platform' },
    });
    const before = (await historyOf(avow, person)).length;
    for (const name of ['_ga', 'market_session2', '__proto__', '']) {
      const unlisted = { permitted: false, by: 'register' };
      expect(await avow.cookies.set({ person, name })).toEqual(unlisted);
      expect(await avow.cookies.read({ person, name })).toEqual(unlisted);
    }
    // The look before stands in it now, and nothing else.
    expect((await historyOf(avow, person)).length).toBe(before + 1);
  });

  it('takes down what was stopped, under a name that tells of nobody, and never much of it', async () => {
    const avow = await market();
    expect(avow.cookies.stray({ name: 'visit_86139', where: 'sent' })).toEqual({
      name: 'visit_0',
      where: 'sent',
    });
    for (const name of ['mei@example.com', '梅', 'a b', '']) {
      expect(avow.cookies.stray({ name, where: 'set' }).name).toBe('?');
    }
    const strays = () => avow.cookies.strays().map(({ name, count }) => [name, count]);
    expect(strays()).toEqual([
      ['?', 4],
      ['visit_0', 1],
    ]);
    const made = (at: number) => String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26));
    for (let at = 0; at < 300; at += 1) avow.cookies.stray({ name: made(at), where: 'sent' });
    expect(strays()).toHaveLength(200);
    expect(strays()[0]).toEqual([made(299), 1]);
  });
});
