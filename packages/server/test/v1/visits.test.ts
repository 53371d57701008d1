import { describe, expect, it } from 'vitest';
import { ask, open, type Place } from '../open.ts';
import { publishDocuments, register } from '../people.ts';

const visit = {
  ip: '203.0.113.7',
  browser: 'Firefox',
  language: 'zh-CN',
  time: '2026-01-05T17:00:00+08:00',
  page: 'https://market.example/goods/7?q=teapot#top',
};

/** A device with one visit, and how an app asks about it. */
async function openApp() {
  const place: Place = await open();
  await publishDocuments(place);
  const key = await place.key('visits', 'acts', 'subjects:write');
  const post = (path: string, body: object) => ask(place.server, 'POST', path, { key, body });
  const { person } = (await post('/v1/subjects', { kind: 'device' })).body;
  return { place, post, device: person as string };
}

describe('/v1/visits', () => {
  it('records what the list names, drops and counts the rest, and makes it a person’s', async () => {
    const { place, post, device } = await openApp();
    const time = new Date(Date.now() - 1_000).toISOString();
    const extra = { referrer: 'https://elsewhere.example', 'mei@example.com': { deep: 1 } };
    const recorded = await post('/v1/visits', {
      person: device,
      visits: [{ ...visit, time, ...extra }, { page: '/' }],
    });
    expect(recorded.body).toMatchObject({
      permitted: true,
      sentence: '1.b.1',
      value: { count: 2, dropped: 2 },
    });
    const text = (await ask(place.server, 'GET', '/metrics')).body;
    expect(text).toMatch(/avow_visits_dropped_total\{avow_field="referrer"\} 1/);
    expect(text).not.toContain('mei@example.com');

    const person = await register(place);
    const joined = await post('/v1/visits/join', { device, person });
    expect(joined.body).toMatchObject({ permitted: true, sentence: '1.b.5', value: { count: 2 } });
    const asked = { person, purpose: 'security', categories: ['visit.page', 'visit.time'] };
    const opened = await post('/v1/visits/acts/use', asked);
    expect(opened.body.value.visits).toEqual([
      { 'visit.page': '/goods/7', 'visit.time': time },
      { 'visit.page': '/', 'visit.time': expect.any(String) },
    ]);
    expect((await post('/v1/visits', { person: device, visits: [visit] })).body).toMatchObject({
      permitted: false,
      sentence: 'P.1',
    });
  });

  it('is strict about what the request is, and refuses by name what cannot be', async () => {
    const { post, device } = await openApp();
    const wrong = [
      [{ person: device, visits: [] }, 400],
      [{ person: device, visits: [{ page: 7 }] }, 400],
      [{ person: device, visits: [visit], device }, 400],
      [{ person: device, visits: [{ ip: '203.0.113.999' }] }, 422],
      [{ person: device, visits: [{ time: '2999-01-01T00:00:00Z' }] }, 422],
      [{ person: device, visits: Array.from({ length: 101 }, () => visit) }, 400],
      [{ person: 'nobody-known', visits: [{ page: '/' }] }, 404],
    ] as const;
    for (const [body, status] of wrong) {
      expect((await post('/v1/visits', body)).status, JSON.stringify(body).slice(0, 80)).toBe(
        status,
      );
    }
    const { body } = await post('/v1/visits', {
      person: device,
      visits: [{ ip: '203.0.113.999' }],
    });
    expect(body.errors[0].pointer).toBe('/visits/0/ip');
    expect(JSON.stringify(body)).not.toContain('203.0.113.999');
  });

  it('recognises a write that comes again, and needs its own scope', async () => {
    const { place, device } = await openApp();
    const key = await place.key('visits');
    const once = { key, once: 'visit-1', body: { person: device, visits: [{ page: '/' }] } };
    await ask(place.server, 'POST', '/v1/visits', once);
    const again = await ask(place.server, 'POST', '/v1/visits', once);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body.value).toEqual({ count: 1, dropped: 0 });
    const other = { ...once, once: 'visit-2', key: await place.key('acts') };
    expect((await ask(place.server, 'POST', '/v1/visits', other)).status).toBe(403);
  });
});
