import { asPartyId } from 'avow';
import { describe, expect, it } from 'vitest';
import { naming } from './naming.ts';
import { carrier, engaged, keyPair, onceOn, place, terms } from './place.ts';

const about = `?party=${carrier}`;

/** How many entries the log has: the second line of a checkpoint (C2SP tlog-checkpoint). */
const entriesIn = async ({ avow }: Awaited<ReturnType<typeof place>>) =>
  Number((await avow.log.flush()).split('\n')[1]);

describe('engaging somebody', () => {
  it('offers what the policy lets such a party have, in its words, and ticks nothing', async () => {
    const { get } = await place({
      engageable: ['servicePartner', 'marketingPartner', 'affiliate'],
    });
    const kinds = await (await get('/parties/engage', 'legal')).text();
    expect(kinds).toContain('A partner that serves you');
    expect(kinds).toContain('#2.c.6');
    expect(kinds).not.toContain('An authority');
    const form = await (await get('/parties/engage?as=marketingPartner', 'legal')).text();
    expect(form).toContain('value="marketing.partner"');
    expect(form).not.toContain('value="fulfilment"');
    expect(form).not.toContain(' checked');
    const affiliate = await (await get('/parties/engage?as=affiliate', 'legal')).text();
    expect(affiliate).not.toContain('value="cookies.personal"');
    expect(await (await get('/parties/engage?as=platform', 'legal')).text()).not.toContain('<form');
  });

  it('says all that is wrong at once, keeps what was entered, and does it once however often it is sent', async () => {
    const { avow, get, post } = await place();
    const once = onceOn(await (await get('/parties/engage?as=servicePartner', 'legal')).text());
    const wrong = { ...terms, once, purposes: [], country: '', from: '2031-02-31' };
    const refused = await post('/parties/engage', wrong, 'legal');
    const page = await refused.text();
    expect(refused.status).toBe(422);
    for (const name of ['purposes', 'country', 'from']) expect(page).toContain(`href="#${name}"`);
    expect(page).toContain('value="contact.name" checked');
    expect(await avow.parties.list(carrier)).toEqual([]);

    const whole = {
      ...terms,
      once,
      jointly: ['platform'],
      from: '2031-02-27',
      until: '2031-02-28',
    };
    for (const _ of ['pressed', 'pressed again']) {
      const answer = await post('/parties/engage', whole, 'legal');
      expect(answer.headers.get('location')).toBe(`/console/parties/one${about}&done=engaged`);
    }
    expect(await avow.parties.list(carrier)).toMatchObject([
      {
        as: 'servicePartner',
        purposes: ['fulfilment'],
        jointly: ['platform'],
        from: Date.parse('2031-02-27'),
        until: Date.parse('2031-03-01'),
      },
    ]);
    // Gone back, and filled in otherwise: nothing has changed meanwhile but what the reader did.
    const again = await post('/parties/engage', { ...whole, until: '2031-03-31' }, 'legal');
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining('This form was sent before'),
    ]);
    expect(await avow.parties.list(carrier)).toHaveLength(1);
  });

  it('takes no class, purpose or category that the policy does not let such a party have', async () => {
    const { avow, post } = await place();
    const once = crypto.randomUUID();
    const sent = (more: object) => post('/parties/engage', { ...terms, once, ...more }, 'legal');
    expect((await sent({ as: 'platform' })).status).toBe(400);
    expect((await sent({ purposes: ['marketing.partner'] })).status).toBe(422);
    expect((await sent({ categories: ['registration.secret'] })).status).toBe(422);
    expect((await sent({ once: '' })).status).toBe(400);
    expect(await avow.parties.list(carrier)).toEqual([]);
  });
});

describe('a party', () => {
  it('is listed a page at a time, and told in words on its own page', async () => {
    const room = await place();
    await engaged(room);
    for (let at = 0; at < 30; at += 1) {
      await room.avow.parties.suspend({ party: asPartyId(`party-${String(at).padStart(2, '0')}`) });
    }
    const first = await (await room.get('/parties', 'auditor')).text();
    expect(first).toContain('Lantern Post');
    expect(first).not.toContain('party-29');
    const [, next = ''] = /rel="next" href="\/console([^"]+)"/.exec(first) ?? [];
    expect(await (await room.get(next, 'auditor')).text()).toContain('party-29');

    const page = await (await room.get(`/parties/one${about}`, 'auditor')).text();
    for (const said of ['Lantern Post', 'Name and postal address', 'China', 'alone', carrier]) {
      expect(page).toContain(said);
    }
    expect(page).not.toContain('/console/parties/end');
    const chinese = await (await room.get(`/parties/one${about}&lang=zh-CN`, 'legal')).text();
    expect(chinese).toContain('完成您的订单或请求');
    expect(chinese).toContain('&amp;lang=zh-CN" aria-label');
    expect((await room.get('/parties/one?party=nobody', 'auditor')).status).toBe(404);
  });

  it.each(['..', '<b>&amp;"', "a/b?c#d'", '%2e%2e'])('may be called %s', async (name) => {
    const { avow, get } = await place();
    await avow.parties.suspend({ party: asPartyId(name) });
    const list = await (await get('/parties', 'legal')).text();
    expect(list).not.toContain('<b>');
    const [, href = ''] = /<a href="\/console(\/parties\/one[^"]+)"/.exec(list) ?? [];
    const page = await get(href, 'legal');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`<h1>${escaped(name)}</h1>`);
  });

  it('is suspended and reinstated, each by a press on a page that says what comes of it', async () => {
    const room = await place();
    await engaged(room);
    for (const [change, state] of [
      ['suspend', 'suspended'],
      ['reinstate', 'active'],
    ] as const) {
      const once = onceOn(await (await room.get(`/parties/${change}${about}`, 'legal')).text());
      await room.post(`/parties/${change}`, { party: carrier, once }, 'legal');
      expect((await room.avow.parties.get(carrier))?.state).toBe(state);
    }
    // A slip of the hand makes no party.
    const slip = { party: 'nobody', once: crypto.randomUUID() };
    expect((await room.post('/parties/suspend', slip, 'legal')).status).toBe(404);
    expect(await room.avow.parties.get(asPartyId('nobody'))).toBeUndefined();
  });

  it('whose engagement ends is answered with what it owes; then it stands among the duties', async () => {
    const room = await place();
    const { engagement } = await engaged(room);
    const page = await (
      await room.get(`/parties/end${about}&engagement=${engagement}`, 'legal')
    ).text();
    expect(page).toContain('It cannot be taken back');
    const fields = { party: carrier, engagement, once: onceOn(page) };
    const ended = await (await room.post('/parties/end', fields, 'legal')).text();
    expect(ended).toContain('No opening was running');
    expect(ended).toContain('Name and postal address');
    // Pressed again, the same answer.
    expect((await room.post('/parties/end', fields, 'legal')).status).toBe(200);
    expect((await room.avow.parties.list(carrier)).at(0)?.ended).toBeDefined();
    const duties = await (await room.get('/duties', 'auditor')).text();
    expect(duties).toContain('Lantern Post');
    const again = await room.get(`/parties/end${about}&engagement=${engagement}`, 'legal');
    expect(again.status).toBe(409);
  });

  it('is told at an address that is safe to tell, or nowhere', async () => {
    const room = await place();
    await engaged(room);
    const send = (notify: string) =>
      room.post(
        '/parties/notify',
        { party: carrier, notify, once: crypto.randomUUID() },
        'administrator',
      );
    expect((await send('http://lantern.example/hints')).status).toBe(422);
    expect((await send('https://lantern.example/hints')).status).toBe(303);
    expect((await room.avow.parties.get(carrier))?.notify).toBe('https://lantern.example/hints');
    await send('');
    expect((await room.avow.parties.get(carrier))?.notify).toBeUndefined();
  });

  it('is shown what it was handed as counts, with nobody’s value and nobody’s number', async () => {
    const room = await place();
    await engaged(room);
    const { avow } = room;
    const people = await Promise.all(
      ['Mei Lin', 'Ann Lund'].map(async (name) => {
        const { person } = await avow.subjects.create({ country: 'CN' });
        await avow.agreement.accept({ person, language: 'en' });
        await avow.collect({ person, purpose: 'account', fields: { 'contact.name': name } });
        return person;
      }),
    );
    const [buyer, seller] = people;
    if (buyer === undefined || seller === undefined) throw new Error('nobody came');
    const order = 'order-1' as never;
    const serving = [{ party: carrier, categories: ['contact.name'] as const }];
    await avow.orders.open({ order, sides: [buyer, seller], serving });
    const what = { purpose: 'fulfilment', categories: ['contact.name'], order } as const;
    const to = { party: carrier } as const;
    const sealed = await avow.disclosures.seal('provide', { ...what, person: buyer, to });
    expect(sealed.permitted).toBe(true);
    const page = await (await room.get(`/parties/one${about}`, 'legal')).text();
    expect(page).toMatch(/To carry out|to carry out/);
    expect(page).toContain('<span>1</span>');
    for (const secret of ['Mei Lin', ...people]) expect(page).not.toContain(secret);
    // Tallies follow the log, which takes decisions in within a second.
    await avow.log.flush();
    const flows = await (await room.get('/flows', 'legal')).text();
    expect(flows).toContain('2.a.4 · 1 ×');
    expect(flows).not.toMatch(/style=|NaN|undefined/);
  });
});

describe('who did something', () => {
  it('stands on the page of the party and beside the log, by the id that records have', async () => {
    const { avow, get, post, operators } = await place();
    const once = onceOn(await (await get('/parties/engage?as=servicePartner', 'legal')).text());
    await post('/parties/engage', { ...terms, once }, 'legal');
    await post('/parties/suspend', { party: carrier, once: crypto.randomUUID() }, 'administrator');
    expect(await avow.desk.deeds({ party: carrier })).toMatchObject([
      { by: operators.administrator, evidence: 'partyStanding', state: 'suspended' },
      { by: operators.legal, evidence: 'engagement', state: 'live' },
    ]);
    for (const path of [`/parties/one${about}`, '/log']) {
      const page = await (await get(path, 'auditor')).text();
      for (const said of ['engaged it', operators.legal, 'suspended it', operators.administrator]) {
        expect(page).toContain(said);
      }
    }
    const chinese = await (await get(`/parties/one${about}&lang=zh-CN`, 'auditor')).text();
    expect(chinese).toContain('暂停该合作方');
  });

  it('is called by a name where the policy shows it to who reads, which is on record, and by an id where not', async () => {
    const operatorNames = { category: 'contact.name', purpose: 'security' } as const;
    const pageOf = async ({ avow, get, post, operators }: Awaited<ReturnType<typeof place>>) => {
      const fields = { 'contact.name': 'Bao Ling' };
      await avow.collect({ person: operators.legal, purpose: 'account', fields });
      await avow.parties.suspend({ party: carrier });
      await post('/parties/reinstate', { party: carrier, once: crypto.randomUUID() }, 'legal');
      return (await get(`/parties/one${about}`, 'data-protection')).text();
    };
    const open = await place({ operatorNames }, { policy: naming });
    const named = await pageOf(open);
    expect(named).toContain('Bao Ling');
    expect(named).not.toContain(open.operators.legal);
    const entries = await entriesIn(open);
    await open.get(`/parties/one${about}`, 'data-protection');
    expect(await entriesIn(open)).toBe(entries + 1);
    // An auditor was not appointed to the desk, and is no staff to the policy.
    const looking = await (await open.get(`/parties/one${about}`, 'auditor')).text();
    expect(looking).not.toContain('Bao Ling');
    // The market shows nobody's name to its staff but while they handle a case of theirs.
    const market = await place({ operatorNames });
    const unnamed = await pageOf(market);
    expect(unnamed).toContain(market.operators.legal);
    expect(unnamed).not.toContain('Bao Ling');
  });
});

describe('a form that comes again', () => {
  it('does not say that a party is suspended when it is not any more', async () => {
    const room = await place();
    await engaged(room);
    const fields = { party: carrier, once: crypto.randomUUID() };
    const suspend = async () => (await room.post('/parties/suspend', fields, 'legal')).status;
    expect(await suspend()).toBe(303);
    expect(await suspend()).toBe(303);
    const reinstating = { party: carrier, once: crypto.randomUUID() };
    expect((await room.post('/parties/reinstate', reinstating, 'legal')).status).toBe(303);
    expect(await suspend()).toBe(409);
    expect((await room.avow.parties.get(carrier))?.state).toBe('active');
  });
});

describe('keys', () => {
  it('are added as they were sent, and revoked for good', async () => {
    const room = await place();
    await engaged(room);
    const { publicJwk } = keyPair('enc');
    const send = (jwk: unknown) =>
      room.post(
        '/parties/key',
        { party: carrier, jwk: JSON.stringify(jwk), once: crypto.randomUUID() },
        'administrator',
      );
    expect((await send(publicJwk)).status).toBe(303);
    expect(await (await send(publicJwk)).text()).toContain('The party has this key');
    const [key] = await room.avow.parties.keys(carrier);
    const kid = key?.kid ?? '';
    const confirm = await (
      await room.get(`/parties/revoke${about}&kid=${kid}`, 'data-protection')
    ).text();
    expect(confirm).toContain('last key');
    const fields = { party: carrier, kid, once: onceOn(confirm) };
    expect((await room.post('/parties/revoke', fields, 'data-protection')).status).toBe(303);
    expect((await room.avow.parties.keys(carrier)).at(0)?.revoked).toBeDefined();
  });

  it('that are private are refused, and stand in no page and no store', async () => {
    const room = await place();
    await engaged(room);
    const { privateJwk } = keyPair();
    const fields = { party: carrier, jwk: JSON.stringify(privateJwk), once: crypto.randomUUID() };
    const answer = await room.post('/parties/key', fields, 'administrator');
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('has to throw it away');
    expect(page).not.toContain(privateJwk.d);
    expect(await room.avow.parties.keys(carrier)).toEqual([]);
  });

  it.each([
    ['in a set', (jwk: object) => JSON.stringify({ keys: [jwk] })],
    ['in a list', (jwk: object) => JSON.stringify([jwk])],
    ['with too much behind it', (jwk: object) => `${JSON.stringify(jwk)},`],
  ])('that are private stand in no page %s either', async (_, write) => {
    const room = await place();
    await engaged(room);
    const { privateJwk } = keyPair();
    const fields = { party: carrier, jwk: write(privateJwk), once: crypto.randomUUID() };
    const page = await (await room.post('/parties/key', fields, 'administrator')).text();
    expect(page).toContain('has to throw it away');
    expect(page).not.toContain(privateJwk.d);
  });

  const sound = keyPair().publicJwk;
  it.each([
    { jwk: 'no JSON', said: 'That is no JSON' },
    { jwk: { ...sound, crv: 'P-384' }, said: 'curve has to be' },
    { jwk: { ...sound, use: 'wrap' }, said: 'use has to be' },
    { jwk: { ...sound, kid: 'mine' }, said: 'thumbprint' },
    { jwk: { ...sound, x: sound.y }, said: 'no usable key' },
  ])('of another kind are refused in words: $said', async ({ jwk, said }) => {
    const room = await place();
    await engaged(room);
    const text = typeof jwk === 'string' ? jwk : JSON.stringify(jwk);
    const fields = { party: carrier, jwk: text, once: crypto.randomUUID() };
    const page = await (await room.post('/parties/key', fields, 'administrator')).text();
    expect(page).toContain(said);
  });
});

describe('what is looked at', () => {
  it('tells of cookies that nobody declared, under names that are safe to tell', async () => {
    const { avow, get } = await place();
    avow.cookies.stray({ name: 'track-12345', where: 'script' });
    const page = await (await get('/drift', 'data-protection')).text();
    expect(page).toContain('track-0');
    expect(page).not.toContain('12345');
    expect(await (await get('/', 'data-protection')).text()).toContain('One cookie');
    expect(await (await get('/', 'support')).text()).not.toContain('One cookie');
  });

  it('is there in both languages: measures, policy, flows, the log', async () => {
    const { get } = await place();
    const pages = { '/measures': ['works', '有效'], '/policy': ['We never', '我们绝不'] };
    const more = { '/flows?of=all': ['3.f.1', '3.f.1'], '/log': ['localhost/avow', '验证公钥'] };
    for (const [path, [english = '', chinese = '']] of Object.entries({ ...pages, ...more })) {
      expect(await (await get(path, 'auditor')).text()).toContain(english);
      const language = { 'accept-language': 'zh-CN' };
      expect(await (await get(path, 'auditor', language)).text()).toContain(chinese);
    }
  });
});

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
