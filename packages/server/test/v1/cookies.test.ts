import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';

async function openVisitor() {
  const place = await open();
  const key = await place.key();
  const made = await ask(place.server, 'POST', '/v1/subjects', { key, body: { kind: 'device' } });
  const path = `/v1/subjects/${made.body.person}`;
  const send = (method: string, at: string, body?: object, once?: string) =>
    ask(place.server, method, `${path}${at}`, { key, body, ...(once && { once }) });
  const decide = async (name: string, act = 'set') =>
    (await send('POST', '/cookies/decisions', { name, act })).body;
  return { ...place, send, decide, apiKey: key };
}

describe('/v1/cookies', () => {
  it('tells the register to anyone, in their language', async () => {
    const { server } = await open();
    const { body } = await ask(server, 'GET', '/v1/cookies?lang=zh-CN');
    expect(body.cookies.find(({ name }: { name: string }) => name === 'market_seen')).toEqual({
      name: 'market_seen',
      does: '记录您最近看过的商品，以便再次向您展示',
      purpose: 'cookies.personal',
      by: 'platform',
      days: 90,
      scripts: false,
      path: '/',
      domain: null,
    });
  });

  it('tells what was stopped to whoever may read evidence, under safe names', async () => {
    const { server, avow, key } = await open();
    avow.cookies.stray({ name: '_ga_7731', where: 'sent' });
    avow.cookies.stray({ name: '_ga_4', where: 'sent' });
    avow.cookies.stray({ name: 'mei@example.com', where: 'script' });
    const refused = await ask(server, 'GET', '/v1/cookies/strays', { key: await key('acts') });
    expect(refused.status).toBe(403);
    const { body } = await ask(server, 'GET', '/v1/cookies/strays', {
      key: await key('evidence:read'),
    });
    expect(body.strays).toMatchObject([
      { name: '?', where: 'script', count: 1 },
      { name: '_ga_0', where: 'sent', count: 2 },
    ]);
    const metrics = String((await ask(server, 'GET', '/metrics')).body);
    expect(metrics).toContain('avow_cookies_strays_total{avow_where="sent"} 2');
    expect(metrics).not.toContain('_ga');
  });
});

describe('/v1/subjects/{person}/cookies', () => {
  it('a choice decides, once for each key, and is listed', async () => {
    const { decide, send, server, apiKey } = await openVisitor();
    const question = await ask(server, 'POST', '/v1/cookies/question', {
      key: apiKey,
      body: { purpose: 'cookies.personal', language: 'en' },
    });
    expect(question.body.text).toContain('personal service');
    expect(await decide('market_seen')).toMatchObject({ permitted: false, sentence: 'P.1' });
    const choose = (answer: string, once?: string) =>
      send('POST', '/cookies', { purpose: 'cookies.personal', answer, language: 'en' }, once);
    const first = await choose('accept', 'my choice');
    const again = await choose('accept', 'my choice');
    expect([first.status, again.body.entry]).toEqual([201, first.body.entry]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await decide('market_seen')).toMatchObject({
      permitted: true,
      sentence: '5.a.2',
      value: { cookie: { name: 'market_seen' } },
    });
    expect(await decide('market_seen', 'read')).toMatchObject({ permitted: true });
    await choose('reject');
    expect(await decide('market_seen', 'read')).toMatchObject({ sentence: '5.b.1' });
    expect((await send('GET', '/cookies')).body.choices).toEqual([
      { purpose: 'cookies.personal', answer: 'reject' },
    ]);
  });

  it('what no register lists is no matter for a decision', async () => {
    const { decide } = await openVisitor();
    expect(await decide('_ga')).toEqual({ permitted: false, by: 'register' });
  });

  it('refuses words that the policy lacks, and nothing is chosen', async () => {
    const { send } = await openVisitor();
    const body = { purpose: 'cookies.nothing', answer: 'accept', language: 'en' };
    expect((await send('POST', '/cookies', body)).body.code).toBe('AVOW_UNKNOWN_WORD');
    const odd = await send('POST', '/cookies', { ...body, answer: 'maybe' });
    expect(odd.body.code).toBe('AVOW_REQUEST_INVALID');
    expect((await send('GET', '/cookies')).body.choices).toEqual([]);
  });

  it('a browser that was found to block cookies has refused them, until it is found not to', async () => {
    const { send, decide } = await openVisitor();
    await send('PUT', '/browser', { blocksCookies: true });
    // What is said of the signal alone leaves the other finding as it is.
    await send('PUT', '/browser', { signalsOptOut: true });
    expect(await decide('market_session')).toMatchObject({ permitted: false, sentence: '5.b.1' });
    await send('PUT', '/browser', { blocksCookies: false });
    expect(await decide('market_session')).toMatchObject({ permitted: true, sentence: '5.a.1' });
  });
});
