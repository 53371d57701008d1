import type { AvowOptions, Message } from 'avow';
import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

const texts = {
  en: { subject: 'Lamps', text: 'New lamps have come in.' },
  'zh-CN': { subject: '灯具', text: '新到一批灯具。' },
};

const interests = {
  words: { lamps: { en: 'Lamps', 'zh-CN': '灯具' } },
  ofPage: (page: string) => (page.includes('lamp') ? ['lamps'] : []),
};

/** A server whose campaigns go where a test looks. */
async function opened() {
  const sent: Message[] = [];
  const campaigns: AvowOptions<never>['campaigns'] = {
    mail: { send: async (message) => void sent.push(message), close: () => undefined },
    address: 'contact.email' as never,
    name: () => 'Harbour Market',
    unsubscribe: (token) => `https://localhost/unsubscribe/${token}`,
    choices: () => 'https://localhost/mine/choices',
  };
  const place = await open({ campaigns: campaigns as never, interests });
  await publishDocuments(place);
  const mei = await register(place, { 'contact.email': 'mei@example.net' });
  await register(place, { 'contact.email': 'wen@example.net' });
  return { place, sent, mei };
}

describe('/v1/campaigns', () => {
  it('begins, follows, pauses and ends one, by a scope of its own', async () => {
    const { place, sent } = await opened();
    const key = await place.key('campaigns');
    const call = (method: string, path: string, body?: object) =>
      ask(place.server, method, `/v1/campaigns${path}`, { key, body });
    const made = await call('POST', '', { texts });
    expect([made.status, made.body.state]).toEqual([201, 'running']);
    const { campaign } = made.body;
    await place.avow.campaigns.send();
    expect(sent.map(({ to }) => to).sort()).toEqual(['mei@example.net', 'wen@example.net']);
    expect((await call('GET', `/${campaign}`)).body).toMatchObject({
      ...{ told: 2, waiting: 0, unsuited: 0, refused: {}, uncertain: 0, isOver: true },
    });
    expect((await call('POST', `/${campaign}/pause`)).body.state).toBe('paused');
    expect((await call('POST', `/${campaign}/pause`)).body.code).toBe('AVOW_STATE');
    expect((await call('POST', `/${campaign}/resume`)).body.state).toBe('running');
    expect((await call('POST', `/${campaign}/end`)).body.state).toBe('ended');
    expect((await call('GET', '')).body.campaigns).toMatchObject([{ campaign, state: 'ended' }]);
    expect((await call('GET', '/none')).status).toBe(404);

    // A draft goes to nobody before it is started; whom it would be asked about is told as counts.
    const until = '2100-01-01T00:00:00.000Z';
    const draft = await call('POST', '', { texts, until, draft: true });
    expect(draft.body).toMatchObject({ state: 'draft', until, purpose: 'marketing.own' });
    const own = `/${draft.body.campaign}`;
    const rewritten = await call('PUT', own, { texts, interest: 'lamps' });
    expect(rewritten.body).toMatchObject({ interest: 'lamps', until: null });
    expect((await call('GET', `${own}/preview`)).body).toMatchObject({
      ...{ asked: 2, permitted: 2, unreachable: 0, refused: {} },
    });
    expect([await place.avow.campaigns.send(), sent.length]).toEqual([0, 2]);
    expect((await call('POST', `${own}/start`)).body.state).toBe('running');
    expect((await call('PUT', own, { texts })).body.code).toBe('AVOW_STATE');
    expect((await call('POST', '', { texts, until: '2001-01-01T00:00:00Z' })).body.code).toBe(
      'AVOW_STATE',
    );
    const other = { key: await place.key('acts'), body: { texts } };
    expect((await ask(place.server, 'POST', '/v1/campaigns', other)).status).toBe(403);
  });
});

describe('/unsubscribe', () => {
  it('shows a button to whoever opens the link, and takes one POST of a mail program for a no', async () => {
    const { place, sent, mei } = await opened();
    await place.avow.campaigns.create({ texts });
    await place.avow.campaigns.send();
    const letter = sent.find(({ to }) => to === 'mei@example.net');
    const { pathname } = new URL(letter?.unsubscribe ?? '');
    const looked = await ask(place.server, 'GET', `${pathname}?lang=zh-CN`);
    expect(looked.body).toContain('<form method="post"');
    expect(looked.body).toContain('不再接收');
    expect(looked.headers.get('cache-control')).toBe('no-store');
    expect(await place.avow.consents.list(mei as never)).toEqual([]);

    const response = await place.server.fetch(
      new Request(`http://localhost${pathname}`, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('2.c.5');
    expect(await place.avow.consents.list(mei as never)).toMatchObject([{ state: 'refused' }]);
    const second = await place.avow.campaigns.create({ texts });
    await place.avow.campaigns.send();
    const { mail } = await place.avow.campaigns.progress(second);
    expect(mail).toMatchObject({ told: 1, refused: { '2.c.5': 1 } });

    for (const method of ['GET', 'POST']) {
      expect((await ask(place.server, method, `${pathname}x`)).status).toBe(404);
    }
    // Neither the token nor the reader stands in a line of the log.
    expect(JSON.stringify(place.log)).not.toContain(pathname.split('/').at(-1));
  });
});

describe('/v1/subjects/{person}/interests', () => {
  it('tells the person why, lets them put it right, and the platform choose by it', async () => {
    const { place, mei } = await opened();
    const key = await place.key('acts', 'visits');
    const path = `/v1/subjects/${mei}/interests`;
    const visited = { person: mei, visits: [{ page: '/lamps/7' }] };
    await ask(place.server, 'POST', '/v1/visits', { key, body: visited });
    await place.avow.interests.deriveAll();
    const own = await ask(place.server, 'GET', path, { key });
    expect(own.body.value.interests).toMatchObject([
      { interest: 'lamps', because: [{ from: 'page', what: '/lamps/7' }] },
    ]);
    const used = await ask(place.server, 'POST', `${path}/use`, { key, body: {} });
    expect(used.body).toMatchObject({
      permitted: true,
      value: { interests: [{ interest: 'lamps' }] },
    });
    const gone = await ask(place.server, 'DELETE', `${path}/lamps`, { key });
    expect(gone.body.value).toEqual({ count: 1 });
    expect((await ask(place.server, 'GET', path, { key })).body.value).toEqual({
      interests: [],
      removed: ['lamps'],
    });
    expect((await ask(place.server, 'POST', `${path}/lamps/allow`, { key })).status).toBe(200);
    const wrong = await ask(place.server, 'PUT', `${path}/kites`, { key, body: { to: 'lamps' } });
    expect(wrong.status).toBe(404);
  });
});
