import type { PersonId } from 'avow';
import { describe, expect, it } from 'vitest';
import { cookieChoice, cookieDesk, Returns } from '../src/index.ts';
import { site } from './site.ts';

type Answer = 'accept' | 'reject';

/** A site with a choice, and a browser that keeps what it is given. */
async function browsing({ gpc }: { readonly gpc?: string } = {}) {
  const place = await site({
    subject: (presented) =>
      (presented.get('session') as PersonId | undefined) ?? choice.deviceIn(presented),
  });
  const { avow, gate } = place;
  const gone: (readonly string[])[] = [];
  const choice = cookieChoice({
    avow: avow as never,
    gate,
    needed: ['cookies.needed'],
    remember: 'remembered',
    rejected: async (_, purposes) => void gone.push(purposes),
  });
  const jar = new Map<string, string>();

  /** One request: what it does goes through the gate, and what leaves is kept by the browser. */
  async function request<T>(run: (passage: Awaited<ReturnType<typeof gate.enter>>) => Promise<T>) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const passage = await gate.enter({ cookie: cookie === '' ? undefined : cookie, gpc });
    return gate.within(passage, () => run(passage));
  }

  const sets = (...settings: string[]) =>
    request(async (passage) => keep(jar, await passage.leave(settings)));
  const answers = (said: Readonly<Record<string, Answer>>) =>
    request(async (passage) => {
      const { settings, allowed } = await choice.answer(
        passage,
        new Map(Object.entries(said)),
        'en',
      );
      const left = await passage.leave(settings);
      keep(jar, left);
      return { left, allowed };
    });
  const state = () => request((passage) => choice.state(passage));
  return { ...place, choice, gone, jar, sets, answers, state };
}

function keep(jar: Map<string, string>, settings: readonly string[]): void {
  for (const setting of settings) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setting) ?? [];
    if (/Max-Age=0/.test(setting)) jar.delete(name);
    else jar.set(name, value);
  }
}

const personal = 'cookies.personal';

describe('a no of somebody unknown', () => {
  it('is kept nowhere and sends no cookie of any kind, for it is how things stand', async () => {
    const { answers, state, avow, jar } = await browsing();
    await avow.log.flush();
    const entries = async () => (await avow.tallies()).length;
    const before = await entries();
    const { left, allowed } = await answers({ [personal]: 'reject' });
    expect([left, allowed, await entries()]).toEqual([[], [], before]);
    expect([jar.size, (await state()).isKnown]).toEqual([0, false]);
  });
});

describe('a yes of somebody unknown', () => {
  it('makes a device under which it is on record, and the cookie that remembers it', async () => {
    const { answers, state, sets, jar } = await browsing();
    const { left, allowed } = await answers({ [personal]: 'accept' });
    expect(allowed).toEqual([personal]);
    expect(left).toEqual([
      expect.stringMatching(/^remembered=.*; Max-Age=15552000; SameSite=Lax; HttpOnly; Path=\/$/),
    ]);
    await sets('seen=1');
    expect([...jar.keys()]).toEqual(['remembered', 'seen']);
    expect((await state()).standings[0]).toEqual({
      purpose: personal,
      answer: 'accept',
      isAllowed: true,
    });
  });

  it('is taken back with all that it set, and leaves nothing in the browser', async () => {
    const { answers, sets, jar, gone } = await browsing();
    await answers({ [personal]: 'accept', 'cookies.promotion': 'accept' });
    await sets('seen=1', 'theme=dark');
    await answers({ [personal]: 'reject' });
    // The other purpose is still allowed, so there is something to remember.
    expect([...jar.keys()]).toEqual(['remembered']);
    const { left } = await answers({ 'cookies.promotion': 'reject' });
    expect([jar.size, gone]).toEqual([0, [[personal], ['cookies.promotion']]]);
    // Where a cookie goes to another path it is not presented here, and removed all the same; one that is
    // listed by a pattern has no name to be removed by before it comes.
    expect(left).toEqual(['remembered=; Path=/; Max-Age=0; HttpOnly']);
  });

  it('goes before what the browser asks for, and is still there when it asks again', async () => {
    const { answers, sets, jar, state } = await browsing({ gpc: '1' });
    expect(await state()).toMatchObject({ signals: true, asks: false });
    await answers({ [personal]: 'accept' });
    await sets('seen=1');
    await sets('seen=2');
    expect(jar.get('seen')).toBe('2');
  });

  it('sent twice at once leaves one browser with one device that said it', async () => {
    const { answers, jar, state } = await browsing();
    const both = await Promise.all([
      answers({ [personal]: 'accept' }),
      answers({ [personal]: 'accept' }),
    ]);
    expect(both.map(({ allowed }) => allowed)).toEqual([[personal], [personal]]);
    expect([...jar.keys()]).toEqual(['remembered']);
    expect((await state()).standings[0]?.isAllowed).toBe(true);
  });

  it('with a store that fails is no yes: nothing leaves', async () => {
    const { answers, avow, jar } = await browsing();
    await avow.close();
    await expect(answers({ [personal]: 'accept' })).rejects.toThrow();
    expect(jar.size).toBe(0);
  });
});

describe('the desk', () => {
  it('keeps to a secure connection what came by one', async () => {
    const { avow, gate, choice } = await browsing();
    const desk = cookieDesk({ avow: avow as never, gate, choice });
    const passage = await gate.enter({ cookie: undefined, gpc: undefined });
    const request = new Request('https://shop.example/avow/choice', {
      method: 'POST',
      headers: { origin: 'https://shop.example', accept: 'application/json' },
      body: new URLSearchParams({ purpose: personal, answer: 'accept' }),
    });
    const answer = await gate.within(passage, () => desk.route('POST', '/avow/choice')?.(request));
    expect(await answer?.json()).toMatchObject({ allowed: [personal], isNo: false });
    const [setting = ''] = await passage.leave(answer?.headers.getSetCookie() ?? []);
    expect(setting).toMatch(/^remembered=.*; Secure/);
  });

  it('stands behind the gate, and says so where it does not', async () => {
    const { avow, gate, choice } = await browsing();
    const desk = cookieDesk({ avow: avow as never, gate, choice });
    const request = new Request('https://shop.example/avow/cookies.js');
    expect(() => desk.route('GET', '/avow/cookies.js')?.(request)).toThrow('behind their gate');
  });
});

describe('a ticket for the way back', () => {
  it('is good once, for ten minutes, and says nothing of whose it is', () => {
    let now = 0;
    const returns = new Returns(() => now);
    const person = 'p_1' as PersonId;
    const [one, other] = [returns.expect(person), returns.expect(person)];
    expect(one).not.toContain(person);
    expect([returns.take(one), returns.take(one), returns.take('x')]).toEqual([
      person,
      undefined,
      undefined,
    ]);
    now = 600_000;
    expect(returns.take(other)).toBe(undefined);
  });
});
