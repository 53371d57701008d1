import { createServer, request as requestOf, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  honoVisits,
  nodeVisits,
  type VisitOptions,
  type VisitWatch,
  visited,
  visitWatch,
} from '../src/index.ts';
import { site } from './site.ts';

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Asks as a browser does; Node's own `fetch` says of itself that it goes nowhere. */
async function listening(server: Server): Promise<Ask> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const { port } = server.address() as AddressInfo;
  return (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((answered, failed) => {
      const told = { ...headers } as Record<string, string>;
      const options = { port, path, method, headers: { host: '127.0.0.1', ...told }, agent: false };
      const asked = requestOf(options, async (response) => {
        const text = (await response.toArray()).join('');
        answered(new Response(text === '' ? null : text, { status: response.statusCode ?? 0 }));
      });
      asked.once('error', failed).end(body);
    });
}

const connected = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const page = '<!doctype html><title>A page</title>';

/** The same small site on each framework: a page, a file, and what is nowhere. */
const sites: Record<string, (watch: VisitWatch) => Ask | Promise<Ask>> = {
  'node:http': (watch) => {
    const through = nodeVisits(watch);
    return listening(
      createServer((request, response) =>
        through(request, response, () => {
          const isFile = request.url?.startsWith('/file') ?? false;
          response.writeHead(200, { 'Content-Type': isFile ? 'text/plain' : 'text/html' });
          response.end(page);
        }),
      ),
    );
  },
  express: (watch) => {
    const app = express();
    app.use(nodeVisits(watch));
    app.get('/file', (_, response) => void response.type('text/plain').send(page));
    app.use('/goods', (_, response) => void response.send(page));
    app.use((_, response) => void response.send(page));
    return listening(createServer(app));
  },
  Hono: (watch) => {
    const app = new Hono();
    app.use(honoVisits(watch));
    app.get('/file', (c) => c.text(page));
    app.get('*', (c) => c.html(page));
    return async (path, init) => app.request(`http://127.0.0.1${path}`, init, connected);
  },
  fetch: (watch) => {
    const handle = visited(watch, (request: Request, _environment: object) => {
      const type = new URL(request.url).pathname === '/file' ? 'text/plain' : 'text/html';
      return new Response(page, { headers: { 'content-type': type } });
    });
    return async (path, init) => handle(new Request(`http://127.0.0.1${path}`, init), connected);
  },
};

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';

/** A site whose visits are Avow's, and everything that was noted of a member, in clear. */
async function watched(options: Partial<VisitOptions> = {}) {
  const { avow } = await site();
  const { person } = await avow.subjects.create();
  await avow.agreement.accept({ person, language: 'en' });
  const watch = visitWatch({
    avow,
    subject: (cookie) => (cookie === 'session=mei' ? person : undefined),
    ...options,
  });
  const categories = [
    'visit.ip',
    'visit.browser',
    'visit.language',
    'visit.software',
    'visit.hardware',
    'visit.page',
  ] as const;
  const noted = async () => {
    await avow.visits.settled();
    const opened = await avow.visits.act('use', { person, purpose: 'security', categories });
    if (!opened.permitted) throw new Error(opened.sentence);
    return opened.value.visits;
  };
  const count = async (metric: string) => {
    await avow.visits.settled();
    const found = (await avow.figures()).find(({ name }) => name === metric);
    return (found?.samples ?? []).map(({ attributes, value }) => [
      ...Object.values(attributes),
      value,
    ]);
  };
  return { avow, person, watch, noted, count };
}

const mei = { cookie: 'session=mei' };
const browser = { ...mei, 'user-agent': firefox, 'accept-language': 'en;q=0.5, zh-CN, *;q=0.1' };
const seen = {
  'visit.ip': '127.0.0.1',
  'visit.browser': 'Firefox',
  'visit.language': 'zh-CN',
  'visit.software': 'Windows 10',
  'visit.hardware': 'desktop',
};

describe.each(Object.entries(sites))('visits at %s', (_, open) => {
  it('are pages that a browser goes to, without their queries', async () => {
    const { watch, noted, count } = await watched();
    const ask = await open(watch);
    expect(await (await ask('/goods/7?q=teapot', { headers: browser })).text()).toBe(page);
    await ask('/file', { headers: browser });
    await ask('/goods/8', { headers: { ...browser, 'sec-fetch-mode': 'cors' } });
    await ask('/goods/9', { headers: { ...browser, 'sec-purpose': 'prefetch' } });
    await ask('/goods/10', { headers: browser, method: 'POST' });
    expect(await noted()).toEqual([{ ...seen, 'visit.page': '/goods/7' }]);
    // A browser that nobody is known behind is all such browsers.
    await ask('/', { headers: { 'user-agent': firefox } });
    expect(await count('avow.visits.recorded')).toEqual([[2]]);
    expect(await noted()).toHaveLength(1);
  });

  it('are told by a script of this site, as far as the list names it', async () => {
    const { watch, noted, count } = await watched();
    const ask = await open(watch);
    const json = { 'content-type': 'application/json', origin: 'http://127.0.0.1' };
    const headers = { ...browser, ...json };
    const tell = async (body: string, more = {}) => {
      const init = { method: 'POST', body, headers: { ...headers, ...more } };
      return (await ask('/avow/visit', init)).status;
    };
    const told = { page: '/goods/7?q=teapot', language: 'en-GB', hardware: '8 cores' };
    expect(await tell(JSON.stringify({ ...told, ip: '203.0.113.7', screen: '1x1' }))).toBe(204);
    expect(await noted()).toEqual([
      { ...seen, 'visit.page': '/goods/7', 'visit.language': 'en-GB', 'visit.hardware': '8 cores' },
    ]);
    expect(await count('avow.visits.dropped')).toEqual([['other', 2]]);
    for (const body of ['', 'x', '[]', '{}', '{"page":7}', '{"page":"mailto:mei"}']) {
      expect([body, await tell(body)]).toEqual([body, 400]);
    }
    const page = JSON.stringify(told);
    expect(await tell(page, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await tell(page, { origin: 'null' })).toBe(403);
    expect(await tell(page, { 'content-type': 'text/plain' })).toBe(415);
    expect(await tell(JSON.stringify({ page: `/${'x'.repeat(4_096)}` }))).toBe(413);
    expect(await noted()).toHaveLength(1);
  });

  it('keep nobody waiting, and fail nobody’s answer', async () => {
    const { avow, watch, count } = await watched({
      subject: () => Promise.reject(new Error('no sessions today')),
    });
    const ask = await open(watch);
    expect((await ask('/', { headers: browser })).status).toBe(200);
    expect(await count('avow.visits.missed')).toEqual([['fault', 1]]);
    await avow.close();
    expect((await ask('/', { headers: browser })).status).toBe(200);
  });
});

describe('the address of a visit', () => {
  it.each([
    [[], '203.0.113.7', '127.0.0.1'],
    [['127.0.0.0/8'], '203.0.113.7', '203.0.113.7'],
    [['127.0.0.1', '10.0.0.0/8'], '198.51.100.1, 203.0.113.7, 10.1.2.3', '203.0.113.7'],
    [['127.0.0.1'], 'mei@example.com', '127.0.0.1'],
  ])('behind %j, told %s, is %s', async (proxies, forwarded, address) => {
    const { watch, noted } = await watched({ proxies });
    const ask = await sites['Hono']!(watch);
    await ask('/', { headers: { ...browser, 'x-forwarded-for': forwarded } });
    expect((await noted())[0]?.['visit.ip']).toBe(address);
  });

  it('is believed of no proxy that is none', async () => {
    const { avow } = await site();
    expect(() => visitWatch({ avow, proxies: ['everywhere'] })).toThrow('proxies');
  });
});

describe('what is a page', () => {
  it('is the platform’s to say', async () => {
    const { watch, noted } = await watched({ isPage: ({ url }) => url.includes('/file') });
    const ask = await sites['express']!(watch);
    await ask('/', { headers: browser });
    await ask('/file', { headers: browser });
    expect((await noted()).map((visit) => visit['visit.page'])).toEqual(['/file']);
  });
});
