import type { AvowOptions, Message } from 'avow';
import { describe, expect, it } from 'vitest';
import { onceOn, place } from './place.ts';

const interests = {
  words: { lamps: { en: 'Lamps', 'zh-CN': '灯具' } },
  ofPage: (page: string) => (page.includes('lamp') ? ['lamps'] : []),
};

const written = {
  'subject-en': 'Lamps at the harbour',
  'text-en': 'New lamps\r\nhave come in.',
  'subject-zh-CN': '海港新到灯具',
  'text-zh-CN': '新到一批灯具。',
};

/** A room whose campaigns go where a test looks. */
async function room() {
  const sent: Message[] = [];
  const campaigns: AvowOptions<never>['campaigns'] = {
    mail: { send: async (message) => void sent.push(message), close: () => undefined },
    address: 'contact.email' as never,
    name: () => 'Reading Room',
    unsubscribe: (token) => `https://room.test/unsubscribe/${token}`,
    choices: () => 'https://room.test/mine/choices',
  };
  const found = await place({}, { campaigns: campaigns as never, interests });
  const { avow } = found;
  const read = async (path: string, role: 'legal' | 'auditor' = 'legal') =>
    (await found.get(path, role)).text();
  const member = async (email: string) => {
    const { person } = await avow.subjects.create({ country: 'CN' });
    await avow.agreement.accept({ person, language: 'en' });
    await avow.collect({ person, purpose: 'account', fields: { 'contact.email': email } });
    return person;
  };
  const draft = async (more: object = {}) => {
    const once = onceOn(await read('/campaigns/draft'));
    return found.post('/campaigns/draft', { ...written, campaign: '', once, ...more }, 'legal');
  };
  return { ...found, sent, read, member, draft };
}

const digestOn = (page: string) => /name="digest" value="([^"]+)"/.exec(page)?.[1] ?? '';

const idIn = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '', 'http://room.test').searchParams.get('campaign') ??
  '';

describe('a campaign', () => {
  it('is drafted with all that is wrong said at once, in words, and what was entered kept', async () => {
    const { avow, draft, read } = await room();
    const refused = await draft({
      ...{ 'subject-en': '', 'text-en': 'Call 138 1234 5678', 'text-zh-CN': '{nobody}' },
      ...{ interest: 'kites', until: '2031-02-31' },
    });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    for (const name of ['subject-en', 'interest', 'until'])
      expect(page).toContain(`href="#${name}"`);
    expect(page).toContain('value="海港新到灯具"');
    // What only the library finds comes once the rest is right, at its field as well.
    for (const [text, field] of [
      [{ 'text-en': 'Call 138 1234 5678' }, 'text-en'],
      [{ 'text-zh-CN': '{nobody}' }, 'text-zh-CN'],
    ] as const) {
      const found = await draft(text);
      expect([found.status, (await found.text()).includes(`href="#${field}"`)]).toEqual([
        422,
        true,
      ]);
    }
    expect(await avow.campaigns.list()).toEqual([]);
    const until = '2099-12-31';
    const kept = await draft({ interest: 'lamps', until });
    expect(await avow.campaigns.list()).toMatchObject([
      {
        ...{ state: 'draft', interest: 'lamps', until: Date.parse('2100-01-01') },
        texts: { en: { text: 'New lamps\nhave come in.' } },
      },
    ]);
    expect(await read(`/campaigns/draft?campaign=${idIn(kept)}`)).toContain(`value="${until}"`);
  });

  it('is looked at as counts, started, stopped and let go on; refusals stand by their sentences, and nobody is named', async () => {
    const { avow, draft, read, get, post, sent, member, operators } = await room();
    await member('mei@example.net');
    const no = await member('no@example.net');
    await avow.consents.refuse({
      ...{ person: no, party: 'platform', action: 'message', language: 'en' },
      ...{ purposes: ['marketing.own'], categories: ['contact.email'] },
    });
    const campaign = idIn(await draft());
    const own = `/campaigns/one?campaign=${campaign}`;
    const before = await read(own, 'auditor');
    expect(before).toContain('Whom it would be asked about now');
    expect(before).toContain('#2.c.5');
    expect(before).not.toContain('/campaigns/start');
    expect([await avow.campaigns.send(), sent]).toEqual([0, []]);

    const press = async (deed: string, fields: object = {}) => {
      const once = onceOn(await read(`/campaigns/${deed}?campaign=${campaign}`));
      const form = { campaign, once, ...fields };
      const first = await post(`/campaigns/${deed}`, form, 'legal');
      // Pressed twice it is done once.
      const second = await post(`/campaigns/${deed}`, form, 'legal');
      return [first.status, second.status];
    };
    // Somebody writes something else between the reading and the press: it stays a draft.
    const page = await read(`/campaigns/start?campaign=${campaign}`);
    expect(page).toContain('have come in.');
    const digest = digestOn(page);
    const { texts, ...rest } = (await avow.campaigns.list())[0]!;
    await avow.campaigns.rewrite({
      campaign: rest.campaign,
      texts: { ...texts, en: { subject: 'Another', text: 'This nobody has read.' } },
    });
    const late = await post(
      '/campaigns/start',
      { campaign, digest, how: 'start', once: onceOn(page) },
      'legal',
    );
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('It has changed meanwhile'),
    ]);
    expect(
      (await post('/campaigns/start', { campaign, how: 'start', once: onceOn(page) }, 'legal'))
        .status,
    ).toBe(400);
    expect(await avow.campaigns.list()).toMatchObject([{ state: 'draft' }]);
    await avow.campaigns.rewrite({ campaign: rest.campaign, texts });
    expect(await press('start', { how: 'start', digest })).toEqual([303, 303]);
    await avow.campaigns.send();
    expect(sent.map(({ to }) => to)).toEqual(['mei@example.net']);
    expect(await press('stop')).toEqual([422, 422]);
    expect(await press('stop', { how: 'pause' })).toEqual([303, 303]);
    await member('late@example.net');
    expect(await avow.campaigns.send()).toBe(0);
    expect(await press('start', { how: 'resume' })).toEqual([303, 303]);

    // Nobody is taken anywhere by themself who did not ask for it.
    expect((await get(own, 'auditor')).headers.get('refresh')).toBeNull();
    const watched = await get(`${own}&watch=yes`, 'auditor');
    expect(watched.headers.get('refresh')).toBe('5');
    expect(await watched.text()).not.toMatch(/example\.net|<script/);
    const underWay = await (await get('/under-way', 'auditor')).text();
    expect(underWay).toMatch(/<progress class="progress" max="\d+" value="\d+">/);
    expect(underWay).toContain(`/campaigns/one?campaign=${campaign}`);
    await avow.campaigns.send();
    expect(sent.map(({ to }) => to)).toEqual(['mei@example.net', 'late@example.net']);
    const over = await get(`${own}&watch=yes`, 'auditor');
    expect(over.headers.get('refresh')).toBeNull();

    expect(await press('again')).toEqual([303, 303]);
    await avow.campaigns.send();
    expect(sent).toHaveLength(2);
    const deeds = (await avow.desk.deeds()).filter(({ state }) => state === 'retried');
    expect(deeds).toMatchObject([{ by: operators.legal, evidence: 'campaign', of: campaign }]);
    expect(await press('stop', { how: 'end' })).toEqual([303, 303]);
    expect((await get(`/campaigns/start?campaign=${campaign}`, 'legal')).status).toBe(409);
    expect((await get('/campaigns/one?campaign=none', 'legal')).status).toBe(404);
    expect(await read('/campaigns?lang=zh-CN')).toContain('海港新到灯具');
  });
});
