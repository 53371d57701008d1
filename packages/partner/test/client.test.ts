import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isPartnerFault, type PartnerErrorCode } from '../src/index.ts';
import { type Answering, type Came, handClock, partnerOf, platform } from './platform.ts';
import { opens } from './vectors.ts';

const [vector] = opens.cases;
const { sealed, granted, at, values } = vector!;
const { disclosure } = opens;
const ruled = {
  entry: 'entry-1',
  at: new Date(at).toISOString(),
  sentence: '2.a.4',
  text: 'Whoever serves you gets what its part needs.',
  language: 'en',
  promise: null,
};
const permitted = (value: object): Answering => [
  200,
  // The vector's day, not today's.
  { date: new Date(at).toUTCString() },
  { permitted: true, ...ruled, duties: [], value },
];
const opening = (value: object = {}) =>
  permitted({ disclosure, key: granted, online: ['contact.phone'], ...value });
const busy = (seconds: string): Answering => [
  503,
  { 'retry-after': seconds },
  { code: 'AVOW_BUSY' },
];

const failed = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing',
    (fault) => (isPartnerFault(fault) ? { ...fault } : fault),
  );

async function open(answer: (came: Came) => Answering = () => opening(), before?: Answering[]) {
  const served = await platform(answer, before);
  const clock = handClock();
  const partner = await partnerOf(served.url, { clock });
  return { ...served, clock, partner };
}

async function held() {
  const place = await open();
  const decided = await place.partner.open(sealed);
  if (!decided.permitted) throw new Error('refused');
  return { ...place, decided, opened: decided.value };
}

describe('what was opened', () => {
  it('is there until the opening runs out, and not a millisecond longer', async () => {
    const { opened, clock, decided } = await held();
    expect([decided.sentence, opened.values, opened.online]).toEqual([
      '2.a.4',
      values,
      ['contact.phone'],
    ]);
    clock.pass(vector!.lasts - 1);
    expect(opened.values).toEqual(values);
    clock.pass(1);
    expect(() => opened.values).toThrow(expect.objectContaining({ code: 'AVOW_PARTNER_EXPIRED' }));
    expect(opened.isOver).toBe(true);
  });

  it('is let go of when its time has come, though nobody looks', async () => {
    const { opened, clock } = await held();
    clock.pass(vector!.lasts);
    clock.ring();
    clock.pass(-vector!.lasts);
    expect(opened.isOver).toBe(true);
    expect(clock.due).toEqual([]);
  });

  it('is over sooner and never later if somebody sets the clock', async () => {
    const ahead = await held();
    ahead.clock.set(vector!.lasts);
    expect(ahead.opened.isOver).toBe(true);
    const back = await held();
    back.clock.set(-86_400_000);
    back.clock.pass(vector!.lasts);
    expect(back.opened.isOver).toBe(true);
  });

  it('can be dropped at once, and shows itself in no log', async () => {
    const { opened, decided } = await held();
    const shown = [inspect(decided, { depth: 9, showHidden: true }), JSON.stringify(decided)];
    for (const value of Object.values(values)) expect(shown.join()).not.toContain(value);
    opened.forget();
    expect(() => opened.values).toThrow('run out');
  });

  it('does not depend on how this machine’s clock is set', async () => {
    const place = await open();
    place.clock.set(-40 * 86_400_000);
    const decided = await place.partner.open(sealed);
    expect(decided.permitted && decided.value.values).toEqual(values);
  });
});

describe('a refusal', () => {
  it('is a value, with the sentence in the language that was asked for', async () => {
    const refused = { permitted: false, ...ruled, by: 'prohibition', category: 'contact.name' };
    const { partner, came } = await open(() => [200, {}, { ...refused, missing: [] }]);
    const decided = await partner.open({ disclosure, jwe: sealed }, { language: 'zh-CN' });
    expect(decided).toMatchObject({ permitted: false, sentence: '2.a.4', missing: [] });
    expect(came.at(-1)?.headers['accept-language']).toBe('zh-CN');
  });
});

describe('a token', () => {
  it('is asked for with a signature of the party’s, by the platform’s clock, once', async () => {
    const { partner, came, assertions, url, clock } = await open();
    clock.set(-3_600_000);
    await Promise.all([partner.open(sealed), partner.open(sealed)]);
    await partner.open(sealed);
    expect(came.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
    const [said] = assertions as { iat: number; exp: number }[];
    expect(said).toMatchObject({
      alg: 'ES256',
      kid: opens.keys.signing.kid,
      iss: opens.party,
      sub: opens.party,
      aud: `${url}/oauth/token`,
    });
    expect(said!.exp - said!.iat).toBe(60);
    expect(Math.abs(said!.iat * 1000 - Date.now())).toBeLessThan(60_000);
    clock.pass(290_000);
    await partner.open(sealed);
    expect(assertions).toHaveLength(2);
  });

  it('that is not taken is forgotten, and nothing is sent again by itself', async () => {
    let taken = false;
    const { partner, assertions } = await open(() =>
      taken ? opening() : [401, {}, { code: 'AVOW_KEY_REFUSED' }],
    );
    expect(await failed(partner.open(sealed))).toMatchObject({
      code: 'AVOW_PARTNER_ACCESS',
      problem: 'AVOW_KEY_REFUSED',
    });
    taken = true;
    await partner.open(sealed);
    expect(assertions).toHaveLength(2);
  });
});

describe('sending again', () => {
  it('never sends what the party signed twice: that would be a theft to the platform', async () => {
    const { partner, assertions } = await open(undefined, [busy('1'), busy('1')]);
    expect((await partner.open(sealed)).permitted).toBe(true);
    const numbers = (assertions as { jti: string }[]).map(({ jti }) => jti);
    expect(new Set(numbers).size).toBe(3);
  });

  it('happens after 503 with Retry-After, when that says', async () => {
    const answers = [busy('2'), busy('3'), opening()];
    const { partner, clock } = await open(() => answers.shift()!);
    expect((await partner.open(sealed)).permitted).toBe(true);
    expect(clock.waited).toEqual([2_000, 3_000]);
  });

  it.each<[string, Answering, number, PartnerErrorCode]>([
    ['more than twice', busy('1'), 3, 'AVOW_PARTNER_BUSY'],
    ['after a long wait', busy('31'), 1, 'AVOW_PARTNER_BUSY'],
    ['where nobody says when', [503, {}, {}], 1, 'AVOW_PARTNER_BUSY'],
    [
      'after too many',
      [429, { 'retry-after': '1' }, { code: 'AVOW_RATE_LIMITED' }],
      1,
      'AVOW_PARTNER_PROBLEM',
    ],
    [
      'after a fault of the platform',
      [500, {}, { code: 'AVOW_INTERNAL' }],
      1,
      'AVOW_PARTNER_PROBLEM',
    ],
    [
      'to where an answer leads',
      [307, { location: '/elsewhere' }, {}],
      1,
      'AVOW_PARTNER_UNREACHABLE',
    ],
  ])('does not happen %s', async (_, answer, times, code) => {
    const { partner, came } = await open(() => answer);
    expect(await failed(partner.open(sealed))).toMatchObject({ code });
    expect(came.filter(({ path }) => path.includes('/opening'))).toHaveLength(times);
  });
});

describe('an answer that the contract does not have', () => {
  const hidden = 'Mei Chen';
  it.each<[string, Answering]>([
    ['no JSON', [200, {}, `<p>${hidden}`]],
    ['no object', [200, {}, [hidden]]],
    ['a decision that is neither', [200, {}, { ...ruled, permitted: hidden }]],
    ['another disclosure', permitted({ disclosure: hidden, key: granted, online: [] })],
    ['a list that is none', opening({ online: hidden })],
    ['a key that is none', opening({ key: hidden })],
    ['a problem without a code', [418, {}, { detail: hidden }]],
    ['a problem whose code is none', [400, {}, { code: `${hidden} ` }]],
  ])('is a fault that quotes nothing of it: %s', async (_, answer) => {
    const { partner } = await open(() => answer);
    const fault = await partner.open(sealed).catch((problem: Error) => problem);
    expect(isPartnerFault(fault)).toBe(true);
    expect(inspect(fault, { depth: 9, showHidden: true })).not.toContain(hidden);
  });

  it('is one of a token endpoint that lies elsewhere', async () => {
    const elsewhere = (...[to, init]: Parameters<typeof fetch>) =>
      String(to).includes('.well-known')
        ? Promise.resolve(Response.json({ token_endpoint: 'https://elsewhere.example/token' }))
        : fetch(to, init);
    const strayed = await partnerOf('http://127.0.0.1:1', { fetch: elsewhere });
    expect(await failed(strayed.open(sealed))).toMatchObject({ where: 'token_endpoint' });
  });
});

describe('what was handed over', () => {
  it('is told page by page, as far as it is asked for', async () => {
    const one = (id: string) => ({
      disclosure: id,
      jwe: null,
      sealed: [],
      online: ['contact.phone'],
      action: 'provide',
      purpose: 'fulfilment',
      order: null,
      at: '2026-03-02T10:00:00Z',
    });
    const { partner, came } = await open(({ path }) =>
      path.includes('after=b')
        ? [200, {}, { disclosures: [one('c')], next: null }]
        : [200, {}, { disclosures: [one('a'), one('b')], next: 'b' }],
    );
    const found: string[] = [];
    for await (const { disclosure } of partner.disclosures({ after: '0' })) found.push(disclosure);
    expect(found).toEqual(['a', 'b', 'c']);
    for await (const { at } of partner.disclosures()) {
      expect(at).toBe(Date.parse('2026-03-02T10:00:00Z'));
      break;
    }
    expect(
      came.filter(({ path }) => path.includes('/disclosures')).map(({ path }) => path),
    ).toEqual([
      '/v1/partner/disclosures?after=0&limit=100',
      '/v1/partner/disclosures?after=b&limit=100',
      '/v1/partner/disclosures?limit=100',
    ]);
  });
});

describe('a partner', () => {
  it.each([
    ['server', { server: 'http://market.example' }],
    ['server', { server: 'https://market.example/avow' }],
    ['party', { party: '' }],
    ['log', { log: 'market.example/log' }],
  ])('is none with another %s', async (where, more) => {
    const fault = await partnerOf('https://market.example', more).catch((problem) => problem);
    expect(fault).toMatchObject({ code: 'AVOW_PARTNER_INPUT', where });
  });
});
