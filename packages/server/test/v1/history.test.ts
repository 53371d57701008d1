import { describe, expect, it } from 'vitest';
import { ask, open } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

describe('/v1/subjects/{person}/history', () => {
  it('tells every decision and change of evidence, newest first, a page at a time', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    await ask(server, 'POST', '/v1/acts/use', {
      key: await key(),
      body: { person, purpose: 'account', categories: ['contact.name'] },
    });
    await ask(server, 'POST', '/v1/acts/sell/sealed', {
      key: await key(),
      body: { person, purpose: 'wish', categories: ['contact.name'], to: { party: 'broker' } },
    });
    const page = async (query: string) =>
      ask(server, 'GET', `/v1/subjects/${person}/history?${query}`, {
        key: await key('history:read'),
      });
    const read = (await page('')).body;
    expect(read).toMatchObject({ permitted: true, sentence: 'S.2.2' });
    const whole = read.value;
    expect(whole.history[0].what).toMatchObject({
      kind: 'decision',
      action: 'sell',
      permitted: false,
      recipient: 'unrelated',
      party: 'broker',
    });
    expect(whole.history[1].what).toMatchObject({ action: 'use', permitted: true });
    expect(
      whole.history.some((each: { what: { kind: string } }) => each.what.kind === 'evidence'),
    ).toBe(true);
    expect(whole.next).toBeNull();

    const first = (await page('limit=1&ownLooks=no')).body.value;
    const second = (await page(`limit=1&before=${first.next}`)).body.value;
    expect([...first.history, ...second.history]).toEqual(whole.history.slice(0, 2));
    const newest = (await page('limit=1')).body.value.history[0];
    expect(newest.what).toMatchObject({ action: 'show', categories: ['history'] });
  });

  it('answers for a suspended account with a refusal', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    await ask(server, 'PUT', `/v1/subjects/${person}/suspension`, { key: await key() });
    const path = `/v1/subjects/${person}/history`;
    const { status, body } = await ask(server, 'GET', path, { key: await key() });
    expect(status).toBe(200);
    expect(body).toMatchObject({ permitted: false, by: 'state', category: 'history' });
    expect(body).not.toHaveProperty('value');
  });

  it('refuses a limit that is none', async () => {
    const place = await open();
    for (const limit of ['0', '201', 'x', '1.5', '']) {
      const path = `/v1/subjects/p/history?limit=${limit}`;
      const { status, body } = await ask(place.server, 'GET', path, { key: await place.key() });
      expect([status, body.errors[0].pointer]).toEqual([400, '/limit']);
    }
    const twice = await ask(place.server, 'GET', '/v1/subjects/p/history?limit=1&limit=2', {
      key: await place.key(),
    });
    expect([twice.status, twice.body.errors[0].code]).toEqual([400, 'twice']);
  });
});

describe('/v1/entries/{entry}/explanation', () => {
  it('tells a past decision in the reader’s language, to an audience', async () => {
    const place = await open();
    const { server, key } = place;
    await publishDocuments(place);
    const person = await register(place);
    const { entry, sentence } = (
      await ask(server, 'POST', '/v1/acts/share/sealed', {
        key: await key(),
        body: {
          person,
          purpose: 'marketing.partner',
          categories: ['contact.name'],
          to: { party: 'unknown-shop' },
        },
      })
    ).body;
    const explain = async (audience: string, lang: string) =>
      ask(server, 'GET', `/v1/entries/${entry}/explanation?audience=${audience}&lang=${lang}`, {
        key: await key('history:read'),
      });
    const told = (await explain('person', 'zh-CN')).body;
    expect(told).toMatchObject({ permitted: false, sentence: { id: sentence } });
    expect(told.answer).toMatch(/^拒绝/);
    expect(JSON.stringify(told)).not.toContain('Mei');
    expect((await explain('everyone', 'en')).status).toBe(400);
    expect(
      (
        await ask(server, 'GET', '/v1/entries/nothing/explanation?audience=person', {
          key: await key(),
        })
      ).status,
    ).toBeLessThan(500);
  });
});
