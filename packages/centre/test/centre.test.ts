import { describe, expect, it } from 'vitest';
import { centreWays } from '../src/index.ts';
import { acme, member, password, place, receiptOn } from './place.ts';

describe('a transfer', () => {
  it('says out of which country, into which, and what makes it lawful, in the reader’s language', async () => {
    const { avow, get } = await place();
    await avow.mechanisms.register({
      ...{ kind: 'assessment', origin: 'DE', destination: 'CN', document: 'd'.repeat(64) },
      ...{ purposes: ['keeping'], categories: ['contact.name'] },
    });
    const { person } = await avow.subjects.create({ country: 'DE' });
    await avow.agreement.accept({ person, language: 'en' });
    await avow.collect({ person, purpose: 'account', fields: { 'contact.name': 'Mia' } });
    const english = await (await get('/history', person)).text();
    expect(english).toContain('From Germany to China: a security assessment');
    const chinese = await (await get('/history?lang=zh-CN', person)).text();
    expect(chinese).toContain('自德国至中国：已通过主管部门的安全评估');
  });
});

describe('what is held', () => {
  it('stands there with where from, and its actions beside it; to look is on record', async () => {
    const { avow, get } = await place();
    const person = await member(avow);
    const page = await (await get('/', person)).text();
    expect(page).toContain('mei@example.com');
    expect(page).toContain('href="/mine/history?category=contact.email"');
    expect(page).toContain('href="/mine/correct#contact.email"');
    expect(page).toContain('href="/mine/leave"');
    const history = await (await get('/history?own=yes', person)).text();
    expect(history).toContain('#S.2.1');
  });

  it('offers the way to a permission that speaks of it', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    expect(await (await get('/', person)).text()).not.toContain('#consent-');
    await post('/choices', { matter: 'partner', answer: 'allow' }, person);
    const [{ consent } = { consent: '' }] = await avow.consents.list(person);
    expect(await (await get('/', person)).text()).toContain(`/mine/choices#consent-${consent}`);
  });

  it('shows what somebody wrote as they wrote it, and as no markup', async () => {
    const { avow, get } = await place();
    const person = await member(avow, { 'contact.name': '<img src=x onerror=alert(1)>' });
    const page = await (await get('/', person)).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
  });

  it('is nobody’s who is not known, and no page of it is kept by a browser', async () => {
    const { get, avow } = await place();
    const person = await member(avow);
    const paths = [
      '/',
      '/history',
      '/openings',
      '/cases',
      '/policy',
      '/choices',
      '/agreement',
      '/take',
      '/leave',
      '/comments',
    ];
    for (const path of [...paths, '/change']) {
      const stranger = await get(path);
      expect([path, stranger.status]).toEqual([path, 401]);
      const answer = await get(path, person);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([
        path,
        200,
        'no-store',
      ]);
    }
    const { get: elsewhere } = await place({ signIn: (path) => `/login?next=${path}` });
    const { headers } = await elsewhere('/history');
    expect(headers.get('location')).toBe('/login?next=/mine/history');
  });
});

describe('many values of one thing', () => {
  it('unfold, newest first, and beyond fifty are left to the copy', async () => {
    const { avow, get } = await place();
    const person = await member(avow);
    const category = 'contact.name' as const;
    const items = Array.from({ length: 60 }, (_, at) => ({
      key: `thing-${at}`,
      category,
      value: `thing ${at}.`,
    }));
    await avow.items.add({ person, purpose: 'account', items });
    const page = await (await get('/', person)).text();
    expect(page.indexOf('thing 59.')).toBeLessThan(page.indexOf('<details><summary>58 more'));
    expect(page).toContain('58 more');
    expect(page).not.toContain('thing 9.');
    expect(page).toContain('The other 11 are in the copy');
  });
});

describe('correcting', () => {
  it('keeps what was changed, and says by which sentence', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    expect(await (await get('/correct', person)).text()).toContain('value="mei@example.com"');
    const fields = { 'contact.name': '', 'contact.email': 'mei@example.net' };
    expect(await (await post('/correct', fields, person)).text()).toContain('#S.3.1');
    const page = await (await get('/', person)).text();
    expect(page).toContain('mei@example.net');
    expect(page).toContain('>Mei<');
  });

  it('refuses what is too long, and changes nothing', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const answer = await post('/correct', { 'contact.name': 'M'.repeat(201) }, person);
    expect(answer.status).toBe(422);
    expect(await (await get('/', person)).text()).toContain('>Mei<');
  });
});

describe('choices', () => {
  it('say what the policy answers of what the platform does, whether it stays there or reaches the person', async () => {
    const ours = { party: 'platform', asks: 'objection', lead: { en: '', 'zh-CN': '' } } as const;
    const { avow, get, post } = await place({
      matters: [
        {
          ...ours,
          name: 'chosen',
          action: 'use',
          purposes: ['service.personal', 'marketing.own'],
          categories: ['interest'],
          title: { en: 'Chosen for you', 'zh-CN': '为您挑选' },
        },
        {
          ...ours,
          name: 'letters',
          action: 'message',
          purposes: ['marketing.own'],
          categories: ['contact.email'],
          title: { en: 'Letters', 'zh-CN': '来信' },
        },
      ],
    });
    const person = await member(avow);
    const answers = async () =>
      [...(await (await get('/choices', person)).text()).matchAll(/As things stand[^.]*/g)].map(
        String,
      );
    const [permits, refuses] = ['permits', 'refuses'].map(
      (how) => `As things stand, the policy ${how} it`,
    );
    expect(await answers()).toEqual([permits, permits]);
    await post('/choices', { matter: 'chosen', answer: 'refuse' }, person);
    expect(await answers()).toEqual([refuses, permits]);
    await post('/choices', { matter: 'letters', answer: 'refuse' }, person);
    expect(await answers()).toEqual([refuses, refuses]);
  });

  it('are given and taken back in one place, each in one press', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const asked = await (await get('/choices', person)).text();
    for (const part of ['Acme', 'E-mail address'.toLowerCase(), 'share', '#2.a.1']) {
      expect(asked.toLowerCase()).toContain(part.toLowerCase());
    }
    await post('/choices', { matter: 'partner', answer: 'allow' }, person);
    const [given] = await avow.consents.list(person);
    expect(given).toMatchObject({ party: acme, state: 'given', categories: ['contact.email'] });
    const answer = { matter: 'partner', answer: 'withdraw', consent: given?.consent ?? '' };
    expect((await post('/choices', answer, person)).headers.get('location')).toBe(
      '/mine/choices#partner',
    );
    expect((await avow.consents.list(person)).at(0)?.state).toBe('withdrawn');
    // The page is old by now: it takes back nothing twice.
    expect((await post('/choices', answer, person)).status).toBe(400);
  });

  it('show what was allowed elsewhere, to be taken back here', async () => {
    const { avow, get, post } = await place({ matters: [] });
    const person = await member(avow);
    const elsewhere = {
      party: acme,
      action: 'provide',
      purposes: ['wish'],
      language: 'en',
    } as const;
    const { consent } = await avow.consents.give({
      ...elsewhere,
      person,
      categories: ['contact.name'],
    });
    expect(await (await get('/choices', person)).text()).toContain('Other permissions');
    await post('/choices', { answer: 'withdraw', consent }, person);
    expect(await (await get('/choices', person)).text()).not.toContain('Other permissions');
  });

  it.each([
    { matter: 'partner', answer: 'sell' },
    { matter: 'nothing', answer: 'allow' },
    { answer: 'withdraw', consent: 'somebody-else’s' },
  ])('take no other answer: %j', async (fields) => {
    const { avow, post } = await place();
    const person = await member(avow);
    expect((await post('/choices', fields as Record<string, string>, person)).status).toBe(400);
    expect(await avow.consents.list(person)).toEqual([]);
  });

  it('are not somebody else’s to take back', async () => {
    const { avow, post } = await place();
    const [person, other] = [await member(avow), await member(avow)];
    await post('/choices', { matter: 'partner', answer: 'allow' }, person);
    const [given] = await avow.consents.list(person);
    const answer = { matter: 'partner', answer: 'withdraw', consent: given?.consent ?? '' };
    expect((await post('/choices', answer, other)).status).toBe(400);
    expect((await avow.consents.list(person)).at(0)?.state).toBe('given');
  });
});

describe('a form', () => {
  it('of another site changes nothing', async () => {
    const { avow, post } = await place();
    const person = await member(avow);
    for (const origin of ['https://elsewhere.example', 'null', 'not a url']) {
      const answer = await post('/leave', { password }, person, origin);
      expect([origin, answer.status]).toEqual([origin, 403]);
    }
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'active' });
  });

  it('of the platform’s own origin is taken where a proxy hides it', async () => {
    const { avow, post } = await place({ origin: 'https://app.example' });
    const person = await member(avow);
    const answer = (origin: string) =>
      post('/choices', { matter: 'partner', answer: 'refuse' }, person, origin);
    expect((await answer('http://room.test')).status).toBe(403);
    expect((await answer('https://app.example')).status).toBe(303);
  });
});

describe('erasing', () => {
  it('asks for the password, says what is kept and why, and gives a receipt that outlives it', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const page = await (await get('/leave', person)).text();
    for (const sentence of ['S.4.1', 'S.4.2', 'S.4.3', 'S.4.4'])
      expect(page).toContain(`#${sentence}`);
    expect((await post('/leave', { password: 'wrong' }, person)).status).toBe(422);
    expect((await post('/leave', {}, person)).status).toBe(422);
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'active' });

    const done = await (await post('/leave', { password }, person)).text();
    expect(done).toContain('You are erased');
    expect(await avow.subjects.get(person)).toMatchObject({ state: 'erased' });
    expect((await get('/', person)).status).toBe(410);
    const receipt = receiptOn(done);
    expect(JSON.parse(receipt)).toMatchObject({ opening: { person }, proof: expect.any(String) });
    const checked = await (await post('/receipt', { receipt })).text();
    expect(checked).toContain('The receipt is right');
  });

  it('names what a legal hold keeps, and until when', async () => {
    const { avow, post } = await place();
    const person = await member(avow);
    const { person: verifiedBy } = await avow.subjects.create({ kind: 'device' });
    await avow.desk.staff.appoint({ operator: verifiedBy });
    const hold = { kind: 'proceedings', document: 'a'.repeat(64), verifiedBy } as const;
    const until = Date.now() + 90 * 86_400_000;
    await avow.holds.place({ person, ...hold, categories: ['contact.name'], until });
    const done = await (await post('/leave', { password }, person)).text();
    expect(done).toMatch(/obliges us to keep this[^<]*: name \(at the latest on/);
  });

  it('compares nothing where too many were tried', async () => {
    const { avow, post } = await place({
      proof: { by: 'password', prove: async () => ({ wait: 7 }) },
    });
    const person = await member(avow);
    const answer = await post('/leave', { password }, person);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('takes the session out of the browser', async () => {
    const { avow, post } = await place({
      signedOut: () => ['sid=; Max-Age=0', 'other=; Max-Age=0'],
    });
    const person = await member(avow);
    const { headers } = await post('/leave', { password }, person);
    expect(headers.getSetCookie()).toEqual(['sid=; Max-Age=0', 'other=; Max-Age=0']);
  });
});

describe('the agreement', () => {
  it('tells what was bound; once ended, what is held is still the person’s to see', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const page = await (await get('/agreement', person)).text();
    expect(page).toContain(avow.policy.current().texts['en']);
    expect(page).toContain('#P.8');
    expect((await post('/agreement', {}, person)).status).toBe(422);
    expect(await avow.agreement.state(person)).toBe('accepted');
    expect((await post('/agreement', { sure: 'yes' }, person)).status).toBe(200);
    expect(await (await get('/agreement', person)).text()).toContain('You ended the agreement.');
    expect(await (await get('/', person)).text()).toContain('mei@example.com');
  });
});

describe('an account that is suspended', () => {
  it('is told on each page that it is refused, and why', async () => {
    const { avow, get, post } = await place();
    const person = await member(avow);
    const { entry } = await avow.export({ person });
    await avow.subjects.suspend(person);
    for (const path of ['/', '/correct', '/history', `/history/${entry}`]) {
      const page = await (await get(path, person)).text();
      expect([path, page.includes('answer-refused')]).toEqual([path, true]);
      expect(page).not.toContain('mei@example.com');
    }
    const copy = await post('/take', { format: 'json' }, person);
    expect(await copy.text()).toContain('answer-refused');
  });
});

describe('the pages', () => {
  it('are whole in Chinese, and carry that from link to link', async () => {
    const { avow, get } = await place();
    const person = await member(avow);
    for (const path of ['/', '/correct', '/history', '/choices', '/agreement', '/take', '/leave']) {
      const page = await (await get(`${path}?lang=zh-CN`, person)).text();
      expect(page).toContain('<html lang="zh-CN">');
      expect(page).toContain('href="/mine/history?lang=zh-CN"');
    }
    const asked = await get('/', person, { 'accept-language': 'zh-Hans, en;q=0.5' });
    expect(await asked.text()).toContain('<html lang="zh-CN">');
  });

  it.each([
    ['/history?before=%00', 400],
    ['/history?kind=whim', 400],
    ['/history?party=%20', 400],
    ['/history/not-an-entry', 404],
    ['/nowhere', 404],
  ])('answer %s with %i, calmly', async (path, status) => {
    const { avow, get } = await place();
    const person = await member(avow);
    const answer = await get(path, person);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('To my data');
  });

  it('bring all they need along, and let nothing else in', async () => {
    const { get } = await place();
    for (const file of ['look.css', 'centre.css', 'receipt-check.js']) {
      const first = await get(`/files/${file}`);
      expect(first.status).toBe(200);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      expect((await get(`/files/${file}`, undefined, headers)).status).toBe(304);
    }
    const policy = (await get('/receipt')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'");
  });
});

describe('a room of the platform’s own', () => {
  it('stands among those of the centre, before the ways out', async () => {
    const rooms = [{ path: '/messages', label: { en: 'Messages', 'zh-CN': '消息' } }];
    const { avow, get } = await place({ rooms });
    const page = await (await get('/', await member(avow))).text();
    const ways = [...page.matchAll(/<li><a href="(\/mine[^"?]*)"/g)].map(([, href]) => href);
    expect(ways.slice(0, 12)).toEqual([
      '/mine',
      '/mine/history',
      '/mine/flows',
      '/mine/openings',
      '/mine/cases',
      '/mine/policy',
      '/mine/choices',
      '/mine/agreement',
      '/mine/safety',
      '/mine/messages',
      '/mine/take',
      '/mine/leave',
    ]);
    const own = { at: '/mine', rooms, language: 'zh-CN', here: '/mine/messages' } as const;
    const nav = String(centreWays(own));
    expect(nav).toContain('<a href="/mine/messages" aria-current="page">消息</a>');
    expect(nav).not.toContain('<a href="/mine" aria-current');
  });
});
