import { describe, expect, it } from 'vitest';
import { site } from './site.ts';

const quiet = undefined;

describe('a browser that nobody is known behind', () => {
  it('gets a needed cookie, and no other', async () => {
    const { gate } = await site();
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    expect(await passage.leave(['session=1; Path=/', 'seen=2', 'campaign_1=3'])).toEqual([
      'session=1; Path=/; HttpOnly',
    ]);
  });

  it('is not asked for what it sent without permission: that is hidden and removed', async () => {
    const { gate } = await site({ subject: () => undefined });
    const passage = await gate.enter({ cookie: 'session=1; seen=2; campaign_9=3', gpc: quiet });
    expect(passage.cookie).toBe('session=1');
    expect(passage.removes).toBe(true);
    expect(await passage.leave([])).toEqual([
      'seen=; Path=/; Max-Age=0; HttpOnly',
      'campaign_9=; Path=/goods; Domain=shop.example; Max-Age=0; HttpOnly',
    ]);
  });

  it('is one device for all, so that nothing tells two of them apart', async () => {
    const made: unknown[] = [];
    const { avow } = await site();
    const { gate } = await site({
      avow: {
        cookies: avow.cookies as never,
        subjects: {
          browser: avow.subjects.browser,
          browserFound: avow.subjects.browserFound,
          create: async (what) => {
            made.push(what);
            return avow.subjects.create(what);
          },
        },
      },
    });
    for (let time = 0; time < 3; time++) {
      await (await gate.enter({ cookie: undefined, gpc: quiet })).leave(['session=1']);
    }
    expect(made).toEqual([{ kind: 'device' }]);
  });
});

describe('somebody who chose', () => {
  it('gets the cookies of a purpose accepted, held to what the register says', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.personal', 'accept');
    const passage = await gate.enter({ cookie: `session=${person}; seen=2`, gpc: quiet });
    expect(passage.cookie).toBe(`session=${person}; seen=2`);
    expect(
      await passage.leave([
        'seen=3; Max-Age=99999999; Path=/deep; Domain=evil.example',
        'seen_more=1',
        'theme=dark; Expires=Fri, 01 Jan 2100 00:00:00 GMT',
        'campaign_1=4',
      ]),
    ).toEqual([`seen=3; Max-Age=${90 * 24 * 60 * 60}; Path=/; HttpOnly`, 'theme=dark; Path=/']);
  });

  it('and takes it back finds it stopped and removed from the very next request on', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.personal', 'accept');
    const cookie = `session=${person}; seen=2; theme=dark`;
    expect((await gate.enter({ cookie, gpc: quiet })).cookie).toBe(cookie);
    await choose('cookies.personal', 'reject');
    const passage = await gate.enter({ cookie, gpc: quiet });
    expect(passage.cookie).toBe(`session=${person}`);
    expect(await passage.leave(['seen=3'])).toEqual([
      'seen=; Path=/; Max-Age=0; HttpOnly',
      'theme=; Path=/; Max-Age=0; HttpOnly',
    ]);
  });

  it('no to needed cookies is obeyed too', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.needed', 'reject');
    const passage = await gate.enter({ cookie: `session=${person}`, gpc: quiet });
    expect(passage.cookie).toBeUndefined();
    expect(await passage.leave(['session=2'])).toEqual(['session=; Path=/; Max-Age=0; HttpOnly']);
  });
});

describe('Sec-GPC', () => {
  it('is a no to optional cookies, until a later choice says otherwise', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.personal', 'accept');
    const cookie = `session=${person}; seen=2`;
    expect((await gate.enter({ cookie, gpc: '1' })).cookie).toBe(`session=${person}`);
    await choose('cookies.personal', 'accept');
    expect((await gate.enter({ cookie, gpc: '1' })).cookie).toBe(cookie);
  });

  it('is said by exactly 1', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.personal', 'accept');
    const cookie = `session=${person}; seen=2`;
    for (const gpc of ['0', 'true', '', ' 1']) {
      expect((await gate.enter({ cookie, gpc })).cookie).toBe(cookie);
    }
  });
});

describe('what no register lists', () => {
  it('is hidden, stopped and reported, its digits gone', async () => {
    const { gate, strays } = await site();
    const passage = await gate.enter({ cookie: 'track_86139=1; session=2', gpc: quiet });
    expect(passage.cookie).toBeUndefined();
    expect(await passage.leave(['_ga_77=1; Max-Age=5', 'session'])).toEqual([
      'session=; Path=/; Max-Age=0; HttpOnly',
    ]);
    expect(strays).toEqual([
      { name: 'track_0', where: 'sent' },
      { name: '_ga_0', where: 'set' },
    ]);
  });

  it('is not told by a name that no application would give', async () => {
    const { gate, strays } = await site();
    await gate.enter({ cookie: 'mei@example.com=1; 梅=2', gpc: quiet });
    expect(strays).toEqual([
      { name: '?', where: 'sent' },
      { name: '?', where: 'sent' },
    ]);
  });

  it('is not taken away from whoever did not send it, where it would have come', async () => {
    const { gate } = await site();
    const removals = ['session=; Max-Age=0', 'campaign_1=; Max-Age=0; Path=/goods'];
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    expect(await passage.leave(['session=1', ...removals])).toEqual([removals[1]]);
  });

  it('may be taken away', async () => {
    const { gate, strays } = await site();
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    const removals = ['old=; Max-Age=0', 'older=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'];
    expect(await passage.leave(removals)).toEqual([removals[0], `${removals[1]}; Max-Age=0`]);
    expect(strays).toEqual([]);
  });

  it('is not let by as a removal that no browser would take for one', async () => {
    const { gate, strays } = await site();
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    const never = ['Expires=0', 'Expires=-1', 'Expires=2001', 'Expires=2001-01-01', 'Max-Age=x'];
    for (const attribute of never) {
      expect(await passage.leave([`track=1; ${attribute}`, `seen=1; ${attribute}`])).toEqual([]);
    }
    expect(strays).toHaveLength(never.length);
  });
});

describe('a cookie that was decided on the way', () => {
  it('leaves under that decision: one setting, one record, about whoever came in', async () => {
    const { avow, gate, person } = await site();
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    const decided = await gate.within(passage, () => gate.set({ person, name: 'session' }));
    expect(decided).toMatchObject({ permitted: true, sentence: '5.a.1' });
    expect(await passage.leave(['session=1'])).toEqual(['session=1; HttpOnly; Path=/']);
    await avow.log.flush();
    const counted = await avow.tallies();
    expect(counted.find(({ sentence }) => sentence === '5.a.1')).toMatchObject({ permitted: 1 });
  });

  it('stays behind if it was refused, though anybody else could have it', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.needed', 'reject');
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    const decided = await gate.within(passage, () => gate.set({ person, name: 'session' }));
    expect(decided).toMatchObject({ permitted: false, sentence: '5.b.1' });
    expect(await passage.leave(['session=1'])).toEqual([]);
  });

  it('decides for no other cookie, and for no other request', async () => {
    const { gate, person, choose } = await site();
    await choose('cookies.personal', 'accept');
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    await gate.within(passage, () => gate.set({ person, name: 'seen' }));
    expect(await passage.leave(['theme=1', 'seen=1'])).toEqual(['seen=1; HttpOnly; Path=/']);
    const next = await gate.enter({ cookie: undefined, gpc: quiet });
    await gate.set({ person, name: 'seen' });
    expect(await next.leave(['seen=2'])).toEqual([]);
  });
});

describe('a finding about another browser', () => {
  it('that keeps nothing does not shut out one that sends a cookie', async () => {
    const { avow, gate, person } = await site();
    await avow.subjects.browser(person, { blocksCookies: true });
    const cookie = `session=${person}`;
    expect((await gate.enter({ cookie, gpc: quiet })).cookie).toBe(cookie);
    expect((await avow.subjects.browserFound(person)).blocksCookies).toBe(false);
  });

  it('is over when somebody comes in anew, by an act of their own', async () => {
    const { avow, gate, person } = await site();
    await avow.subjects.browser(person, { blocksCookies: true });
    const passage = await gate.enter({ cookie: undefined, gpc: '1' });
    const decided = await passage.decide({ name: 'session', person });
    expect(decided).toMatchObject({ permitted: true, sentence: '5.a.1' });
    expect(await avow.subjects.browserFound(person)).toEqual({
      blocksCookies: false,
      signalsOptOut: true,
    });
  });
});

describe('records', () => {
  it('hold each setting, and one reading an hour', async () => {
    let now = Date.UTC(2026, 0, 5, 9);
    const { avow, gate, person } = await site({ now: () => now });
    const cookie = `session=${person}`;
    const acts = async () => {
      await avow.log.flush();
      const counted = await avow.tallies();
      return counted.find(({ sentence }) => sentence === '5.a.1')?.permitted ?? 0;
    };
    for (let time = 0; time < 3; time++) await gate.enter({ cookie, gpc: quiet });
    expect(await acts()).toBe(1);
    now += 3_600_000;
    const passage = await gate.enter({ cookie, gpc: quiet });
    expect(await acts()).toBe(2);
    await passage.leave(['session=a']);
    await passage.leave(['session=b']);
    expect(await acts()).toBe(4);
  });

  it('that cannot be written are a no', async () => {
    const { avow, gate, person, choose, faults } = await site();
    await choose('cookies.personal', 'accept');
    const passage = await gate.enter({ cookie: undefined, gpc: quiet });
    await avow.close();
    expect(await passage.leave(['session=1'])).toEqual([]);
    expect((await gate.enter({ cookie: `session=${person}; seen=1`, gpc: quiet })).cookie).toBe(
      undefined,
    );
    expect(faults).toHaveLength(3);
  });
});
