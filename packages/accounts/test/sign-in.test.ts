import { describe, expect, it } from 'vitest';
import { joined, mei, open, passwords, presenting, restart } from './place.ts';

const stranger = { address: 'nobody@example.net', password: 'a heron stands still' } as const;

describe('signing in', () => {
  it('begins a session with a name of its own, whatever cookie the browser came with', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie } = await joined(place);
    const planted = 'market_session=planted.by%20somebody';
    const entered = await accounts.signIn({ ...mei, cookie: planted });
    expect(entered.outcome === 'in' && presenting(entered.setCookie)).not.toContain('planted');
    const again = await accounts.signIn({ ...mei, cookie });
    expect(again.outcome).toBe('in');
    expect(await accounts.whoIs(cookie)).toBeUndefined();
  });

  it('answers alike for a wrong password and an unknown address', async () => {
    const place = await open();
    const { accounts } = place;
    await joined(place);
    const wrong = await accounts.signIn({ ...mei, password: 'a heron flies off' });
    expect(wrong).toEqual({ outcome: 'wrong' });
    expect(await accounts.signIn(stranger)).toEqual(wrong);
    expect(await accounts.requestReset(mei)).toEqual(await accounts.requestReset(stranger));
    expect(await accounts.signUp(mei)).toEqual(
      await accounts.signUp({ ...mei, address: stranger.address }),
    );
    await accounts.settled();
  });

  it('does the same dear work for both, once each', async () => {
    const { passwords } = await import('../src/index.ts');
    const real = passwords();
    let compared = 0;
    const place = await open({
      passwords: {
        hash: (password) => {
          compared += 1;
          return real.hash(password);
        },
        matches: (password, hash) => {
          compared += 1;
          return real.matches(password, hash);
        },
      },
    });
    await joined(place);
    const workOf = async (who: { address: string; password: string }) => {
      const before = compared;
      await place.accounts.signIn(who);
      return compared - before;
    };
    expect(await workOf({ ...mei, password: 'a heron flies off' })).toBe(1);
    expect(await workOf(stranger)).toBe(1);
  });

  it('answers before it finds out whether an address is known', async () => {
    const place = await open();
    const { accounts, inbox } = place;
    await joined(place);
    const sent = inbox.received.length;
    // With a hundred waiting nothing of this one can have been done when it is answered.
    for (const who of [mei, stranger]) {
      await accounts.requestReset(who);
      expect(inbox.received.length).toBe(sent);
    }
    await accounts.settled();
    expect(inbox.received.length).toBe(sent + 1);
  });

  it('says when to come back to whoever tries too often, known or not', async () => {
    let clock = 0;
    const slow = { perSecond: 1 / 30, burst: 3 };
    const place = await open({ limits: { account: slow, now: () => clock } });
    const { accounts } = place;
    await accounts.signUp(mei);
    await accounts.settled();
    for (const who of [{ ...mei, password: 'a wrong password' }, stranger]) {
      const told = [];
      for (let time = 0; time < 4; time += 1) told.push((await accounts.signIn(who)).outcome);
      expect(told).toEqual(['wrong', 'wrong', 'wrong', 'wait']);
    }
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'wait', seconds: 30 });
    clock += 30_000;
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'unverified' });
  });

  it('counts by the hashed network address, too', async () => {
    const place = await open({ limits: { caller: { perSecond: 1 / 30, burst: 2 }, now: () => 0 } });
    const { accounts } = place;
    const try_ = (n: number, caller: string) =>
      accounts.signIn({ address: `n${n}@example.net`, password: 'whatever it is', caller });
    expect((await try_(1, 'here')).outcome).toBe('wrong');
    expect((await try_(2, 'here')).outcome).toBe('wrong');
    expect((await try_(3, 'here')).outcome).toBe('wait');
    expect((await try_(4, 'elsewhere')).outcome).toBe('wrong');
  });

  it('decides about the cookie before there is a session', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { person, cookie } = await joined(place);
    await avow.cookies.choose({
      person,
      purpose: 'cookies.needed',
      answer: 'reject',
      language: 'en',
    });
    const refused = await accounts.signIn(mei);
    expect(refused).toMatchObject({ outcome: 'not-admitted', why: 'cookie' });
    expect(refused).not.toHaveProperty('setCookie');
    // The one session is that of before: the refusal left none behind.
    expect(await accounts.sessions.list(cookie)).toHaveLength(1);
  });

  it('lets nobody in whose account is suspended, ended or erased, and ends what they had', async () => {
    const place = await open();
    const { accounts, avow } = place;
    const { person, cookie } = await joined(place);
    await avow.subjects.suspend(person);
    expect(await accounts.whoIs(cookie)).toBeUndefined();
    expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'not-admitted', why: 'standing' });
    await avow.subjects.reinstate(person);
    expect(await accounts.whoIs(cookie)).toBeDefined();
    await avow.agreement.terminate({ person });
    expect(await accounts.whoIs(cookie)).toBeUndefined();
    expect(await accounts.signIn(mei)).toMatchObject({ outcome: 'not-admitted' });
    await avow.erase({ person });
    await accounts.forget(person);
    expect(await accounts.signIn(mei)).toEqual({ outcome: 'wrong' });
    expect((await joined(place)).person).not.toBe(person);
  });

  it('opens nothing with a cookie that was made up, and survives a restart with a true one', async () => {
    const before = await open();
    const { cookie, person } = await joined(before);
    const [name, value = ''] = cookie.split('=', 2);
    const { accounts } = await restart(before);
    expect(await accounts.whoIs(cookie)).toMatchObject({ person });
    const token = decodeURIComponent(value).split('.')[0];
    expect(await accounts.whoIs(`${name}=${token}`)).toBeUndefined();
    expect(await accounts.whoIs(`${name}=${token}.AAAA`)).toBeUndefined();
  });

  it('remembers in which language somebody reads, and writes to them in it', async () => {
    const place = await open();
    const { accounts, inbox } = place;
    const { cookie } = await joined(place);
    await accounts.setLanguage(cookie, 'en');
    for (const [whose, language] of [
      [cookie, 'tlh'],
      ['market_session=made.up', 'zh-CN'],
      [undefined, 'zh-CN'],
    ] as const) {
      await accounts.setLanguage(whose, language);
    }
    expect(await accounts.whoIs(cookie)).toMatchObject({ language: 'en' });
    await accounts.requestReset(mei);
    await accounts.settled();
    expect(inbox.received[0]?.subject).toBe('Choose a new password');
  });

  it('lists sessions to their owner alone, and ends them', async () => {
    const place = await open();
    const { accounts } = place;
    const { cookie } = await joined(place);
    const lan = { ...mei, address: 'lan@example.net', fields: {} };
    const other = await joined(place, lan);
    const second = await accounts.signIn(mei);
    const third = await accounts.signIn(mei);
    if (second.outcome !== 'in' || third.outcome !== 'in') throw new Error('not in');
    const lines = await accounts.sessions.list(cookie);
    expect(lines.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(lines).toHaveLength(3);
    const [hers] = await accounts.sessions
      .list(presenting(second.setCookie))
      .then((all) => all.filter(({ isThis }) => isThis));
    const id = hers?.id ?? '';
    expect(await accounts.sessions.end(other.cookie, id)).toEqual({ outcome: 'unknown' });
    const ended = await Promise.all([1, 2].map(() => accounts.sessions.end(cookie, id)));
    expect(ended.map(({ outcome }) => outcome)).toContain('ended');
    expect(await accounts.whoIs(presenting(second.setCookie))).toBeUndefined();
    await accounts.sessions.endOthers(cookie);
    expect(await accounts.whoIs(presenting(third.setCookie))).toBeUndefined();
    expect(await accounts.whoIs(cookie)).toBeDefined();
    expect(await accounts.whoIs(other.cookie)).toBeDefined();
    const out = await accounts.signOut(cookie);
    expect(out.setCookie).toMatch(/^market_session=;.*Max-Age=0/);
    expect(await accounts.whoIs(cookie)).toBeUndefined();
  });

  it('are all listed and all ended, however many somebody else began', async () => {
    // What is compared is no matter here, and would take its time.
    const place = await open({ passwords: { ...passwords(), matches: async () => true } });
    const { accounts } = place;
    const { cookie } = await joined(place);
    const began: string[] = [];
    for (let time = 0; time < 120; time++) {
      const came = await accounts.signIn(mei);
      if (came.outcome === 'in') began.push(presenting(came.setCookie));
    }
    expect(await accounts.sessions.list(cookie)).toHaveLength(121);
    await accounts.sessions.endOthers(cookie);
    expect(await accounts.sessions.list(cookie)).toHaveLength(1);
    for (const other of [began[0], began.at(-1)]) {
      expect(await accounts.whoIs(other)).toBeUndefined();
    }
  });
});
