import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Limits, Mounted } from '../../src/index.ts';
import { open } from '../open.ts';

/** A server on an open port whose limits follow a clock that only the test moves. */
async function listening(limits: Omit<Limits, 'now'>) {
  let at = 0;
  const app = new Hono<{ Bindings: Mounted }>();
  app.get('/caller', (c) => c.text(c.env.caller ?? 'nobody'));
  const place = await open({
    limits: { ...limits, now: () => at },
    mount: [{ path: '/mounted', app }],
  });
  const { url, stop } = await place.server.listen({ port: 0 });
  onTestFinished(stop);
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const asking = (key: string) =>
    ask('/v1/subjects/nobody', { authorization: `Bearer ${key}` }).then(({ status }) => status);
  const pass = (ms: number) => {
    at += ms;
  };
  return { ...place, ask, asking, pass };
}

/** How often each answer came, one request after another. */
async function counted(times: number, asking: () => Promise<number>) {
  const counts: Record<number, number> = {};
  for (let time = 0; time < times; time++) {
    const status = await asking();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

const wide = { perSecond: 1_000, burst: 100_000 };
const wrong = `avk_0123456789abcdef_${'A'.repeat(43)}`;

describe('the requests of one API key', () => {
  it('are granted up to the burst, then as they come in again', async () => {
    const { key, asking, pass } = await listening({ key: { perSecond: 2, burst: 5 } });
    const mine = await key();
    expect(await counted(8, () => asking(mine))).toEqual({ 404: 5, 429: 3 });
    pass(1_000);
    expect(await counted(3, () => asking(mine))).toEqual({ 404: 2, 429: 1 });
  });

  it('are answered with what is left, and when to come again', async () => {
    const { key, ask } = await listening({ key: { perSecond: 0.2, burst: 1 } });
    const headers = { authorization: `Bearer ${await key()}` };
    const first = await ask('/v1/subjects/nobody', headers);
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=1;w=5');
    expect(first.headers.get('ratelimit')).toBe('"key";r=0;t=5');
    const { status, headers: told, text } = await ask('/v1/subjects/nobody', headers);
    expect([status, told.get('retry-after')]).toEqual([429, '5']);
    expect(told.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ code: 'AVOW_RATE_LIMITED', limit: 'key' });
  });

  it('take nothing from another key, wherever both come from', async () => {
    const { key, asking } = await listening({ key: { perSecond: 1, burst: 5 } });
    const [mine, other] = [await key(), await key()];
    expect(await counted(20, () => asking(mine))).toEqual({ 404: 5, 429: 15 });
    expect(await counted(5, () => asking(other))).toEqual({ 404: 5 });
  });
});

describe('requests without a key', () => {
  it('are counted by address: pages, the log and mounted applications alike', async () => {
    const { ask, pass } = await listening({ address: { perSecond: 1, burst: 3 } });
    const paths = ['/policy', '/log/key', '/mounted/caller', '/policy', '/nowhere'];
    const statuses = [];
    for (const path of paths) statuses.push((await ask(path)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    pass(1_000);
    expect((await ask('/policy')).status).toBe(200);
    expect((await ask('/policy')).headers.get('ratelimit-policy')).toBe('"address";q=3;w=3');
  });

  it('never keep whoever watches from asking whether it lives', async () => {
    const { ask } = await listening({ address: { perSecond: 1, burst: 1 } });
    expect(await counted(5, async () => (await ask('/health')).status)).toEqual({ 200: 5 });
  });

  it('tell a mounted application whom to count by, and not by what address', async () => {
    const { ask } = await listening({});
    const { text } = await ask('/mounted/caller');
    expect(text).toMatch(/^[\w-]{43}$/);
    expect((await ask('/mounted/caller')).text).toBe(text);
  });

  it('come from whom a proxy of ours names', async () => {
    const { ask } = await listening({
      address: { perSecond: 1, burst: 2 },
      proxies: ['127.0.0.0/8', '::1'],
    });
    const from = (client: string) => async () =>
      (await ask('/policy', { 'x-forwarded-for': client })).status;
    expect(await counted(4, from('192.0.2.1'))).toEqual({ 200: 2, 429: 2 });
    expect(await counted(4, from('192.0.2.2'))).toEqual({ 200: 2, 429: 2 });
  });
});

describe('a flood of wrong keys', () => {
  it('is stopped by address before the key store is asked, at ten times the price', async () => {
    const { key, asking, pass } = await listening({ address: { perSecond: 10, burst: 100 } });
    expect(await counted(30, () => asking(wrong))).toEqual({ 401: 10, 429: 20 });
    // Nor is the store asked about a key that would be good: nobody here has looked at it before.
    const good = await key();
    expect(await asking(good)).toBe(429);
    pass(1_000);
    expect(await counted(2, () => asking(good))).toEqual({ 404: 2 });
  });

  it('does not slow a key that was good before, though it comes from the same address', async () => {
    const { key, asking } = await listening({
      address: { perSecond: 1, burst: 10 },
      key: wide,
    });
    const good = await key();
    expect(await asking(good)).toBe(404);
    expect(await counted(20, () => asking(wrong))).toMatchObject({ 429: 19 });
    expect(await counted(50, () => asking(good))).toEqual({ 404: 50 });
  });

  it('counts a key that was revoked among them from then on', async () => {
    const { server, key, asking } = await listening({ address: { perSecond: 1, burst: 20 } });
    const good = await key();
    expect(await asking(good)).toBe(404);
    for (const { id } of await server.keys.list()) await server.keys.revoke(id);
    expect(await counted(10, () => asking(good))).toEqual({ 401: 2, 429: 8 });
  });
});

describe('inside another server', () => {
  it('nothing is counted by address, since nobody here knows one', async () => {
    const { server } = await open({ limits: { address: { perSecond: 1, burst: 1 } } });
    const asking = async () => (await server.fetch(new Request('http://x/policy'))).status;
    expect(await counted(5, asking)).toEqual({ 200: 5 });
  });
});
