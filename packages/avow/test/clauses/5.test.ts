import { describe, expect, it } from 'vitest';
import { cited, permittedBy, refusedBy } from '../cited.ts';
import { historyOf } from '../people.ts';
import { type Market, market } from '../place.ts';

const categories = ['cookie.identifier'] as const;
const accept = { blocksCookies: false, signalsOptOut: false };

async function visitor(avow: Market) {
  const { person } = await avow.subjects.create({ kind: 'device' });
  const choice = {
    person,
    party: 'platform',
    action: 'setCookie',
    purposes: ['cookies.promotion'],
    categories,
    language: 'en',
  } as const;
  const set = (purpose: 'cookies.needed' | 'cookies.promotion') =>
    avow.act('setCookie', { person, purpose, categories });
  return { person, choice, set };
}

describe(cited('5.a.1'), () => {
  it('sets a needed cookie for a visitor who has not decided', async () => {
    const avow = await market();
    const { set } = await visitor(avow);
    permittedBy(await set('cookies.needed'), '5.a.1');
  });
});

describe(cited('5.a.2'), () => {
  it('waits for a yes, purpose by purpose', async () => {
    const avow = await market();
    const { set, choice } = await visitor(avow);
    refusedBy(await set('cookies.promotion'), 'P.1');
    await avow.consents.give(choice);
    permittedBy(await set('cookies.promotion'), '5.a.2');
    const personal = avow.act('setCookie', {
      person: choice.person,
      purpose: 'cookies.personal',
      categories,
    });
    refusedBy(await personal, 'P.1');
  });
});

describe(cited('5.b.1'), () => {
  it('sets nothing for a purpose that was rejected', async () => {
    const avow = await market();
    const { set, choice } = await visitor(avow);
    await avow.consents.give(choice);
    await avow.consents.refuse(choice);
    refusedBy(await set('cookies.promotion'), '5.b.1');
    permittedBy(await set('cookies.needed'), '5.a.1');
  });

  it('sets nothing where the browser blocks cookies, until it no longer does', async () => {
    const avow = await market();
    const { set, person } = await visitor(avow);
    await avow.subjects.browser(person, { ...accept, blocksCookies: true });
    refusedBy(await set('cookies.needed'), '5.b.1');
    await avow.subjects.browser(person, accept);
    permittedBy(await set('cookies.needed'), '5.a.1');
  });
});

describe(cited('5.b.2'), () => {
  it('takes the signal as a no, until the person says otherwise', async () => {
    const avow = await market();
    const { set, person, choice } = await visitor(avow);
    await avow.consents.give(choice);
    const signalled = { ...accept, signalsOptOut: true };
    await avow.subjects.browser(person, signalled);
    refusedBy(await set('cookies.promotion'), '5.b.2');
    permittedBy(await set('cookies.needed'), '5.a.1');

    await avow.consents.give(choice);
    // The browser goes on asking with every request: that is nothing new.
    await avow.subjects.browser(person, signalled);
    permittedBy(await set('cookies.promotion'), '5.a.2');
  });
});

describe(cited('5.c.1'), () => {
  const yielded = ['cookie.yield'] as const;

  it('reads a cookie, and uses what it tells, as far as its setting was allowed', async () => {
    const avow = await market();
    const { person } = await visitor(avow);
    const purpose = 'cookies.personal';
    const read = () => avow.act('readCookie', { person, purpose, categories });
    const use = () => avow.act('use', { person, purpose, categories: yielded });
    const choose = (answer: 'accept' | 'reject') =>
      avow.cookies.choose({ person, purpose, answer, language: 'en' });
    refusedBy(await read(), 'P.1');
    refusedBy(await use(), 'P.1');
    await choose('accept');
    permittedBy(await read(), '5.a.2');
    permittedBy(await use(), '5.c.1');
    await choose('reject');
    refusedBy(await read(), '5.b.1');
    refusedBy(await use(), '5.c.1');
  });

  it('lets a later word on the use alone stand', async () => {
    const avow = await market();
    const { person } = await visitor(avow);
    const purpose = 'cookies.personal';
    await avow.cookies.choose({ person, purpose, answer: 'accept', language: 'en' });
    await avow.consents.refuse({
      person,
      party: 'platform',
      action: 'use',
      purposes: [purpose],
      categories: yielded,
      language: 'en',
    });
    refusedBy(await avow.act('use', { person, purpose, categories: yielded }), '5.c.1');
    permittedBy(await avow.act('readCookie', { person, purpose, categories }), '5.a.2');
  });
});

describe(cited('5.a.3'), () => {
  it('knows the cookies that are listed, and decides about no other', async () => {
    const avow = await market();
    const { person } = await visitor(avow);
    expect(avow.cookies.list().map(({ listed }) => listed)).toEqual([
      'market_session',
      'operator_session',
    ]);
    expect(avow.cookies.purposes()).toEqual(['cookies.needed']);
    const set = await avow.cookies.set({ person, name: 'market_session' });
    expect(set).toMatchObject({ permitted: true, sentence: '5.a.1' });
    const before = (await historyOf(avow, person)).length;
    for (const name of ['_ga', 'market_session2', '']) {
      expect(await avow.cookies.set({ person, name })).toEqual({
        permitted: false,
        by: 'register',
      });
      expect(await avow.cookies.read({ person, name })).toEqual({
        permitted: false,
        by: 'register',
      });
    }
    // The look before stands in it now, and nothing else.
    expect((await historyOf(avow, person)).length).toBe(before + 1);
  });
});
