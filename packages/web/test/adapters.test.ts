import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type CookieGate, gated, honoGate, nodeGate } from '../src/index.ts';
import { site } from './site.ts';

type Ask = (path: string, headers?: Record<string, string>) => Promise<Response>;

async function listening(server: Server): Promise<Ask> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
  const { port } = server.address() as AddressInfo;
  return (path, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });
}

/** The same small site on each framework: says what it saw, sets a session, a stray and an optional one. */
const sites: Record<string, (gate: CookieGate) => Ask | Promise<Ask>> = {
  'node:http': (gate) => {
    const through = nodeGate(gate);
    return listening(
      createServer((request, response) =>
        through(request, response, () => {
          const seen = request.headers.cookie ?? '';
          if (request.url === '/plain') response.end(seen);
          else if (request.url === '/head') {
            const set = [
              ['Set-Cookie', 'session=1'],
              ['Set-Cookie', 'stray=2'],
            ].flat();
            response.writeHead(201, 'Made', ['Content-Type', 'text/plain', ...set]);
            response.end(seen);
          } else if (request.url === '/stream') {
            response.setHeader('Set-Cookie', ['session=1', 'stray=2', 'seen=3']);
            Readable.from(Array.from({ length: 200 }, () => 'x'.repeat(1_000))).pipe(response);
          } else {
            response.setHeader('Set-Cookie', ['session=1', 'stray=2', 'seen=3']);
            response.write('saw ');
            response.end(seen);
          }
        }),
      ),
    );
  },
  express: (gate) => {
    const app = express();
    app.use(nodeGate(gate));
    app.get('/plain', (request, response) => void response.send(request.headers.cookie ?? ''));
    app.get('/', (request, response) => {
      response.cookie('session', '1').cookie('stray', '2').cookie('seen', '3');
      response.send(`saw ${request.headers.cookie ?? ''}`);
    });
    return listening(createServer(app));
  },
  Hono: (gate) => {
    const app = new Hono();
    app.use(honoGate(gate));
    app.get('/plain', (c) => c.text(c.req.header('cookie') ?? ''));
    app.get('/', (c) => {
      setCookie(c, 'session', '1');
      setCookie(c, 'stray', '2');
      setCookie(c, 'seen', '3');
      const seen = Object.entries(getCookie(c)).map(([name, value]) => `${name}=${value}`);
      return c.text(`saw ${seen.join('; ')}`);
    });
    return async (path, headers = {}) => app.request(path, { headers });
  },
  fetch: (gate) => {
    const handle = gated(gate, (request) => {
      const seen = request.headers.get('cookie') ?? '';
      if (new URL(request.url).pathname === '/plain') return new Response(seen);
      const headers = new Headers();
      for (const set of ['session=1', 'stray=2', 'seen=3']) headers.append('Set-Cookie', set);
      return new Response(`saw ${seen}`, { headers });
    });
    return async (path, headers = {}) => handle(new Request(`http://site${path}`, { headers }));
  },
};

const names = (answer: Response) =>
  answer.headers.getSetCookie().map((set) => set.slice(0, set.indexOf(';')));

describe.each(Object.entries(sites))('the gate before %s', (_, open) => {
  it('hides what may not be read, and lets out what may be set', async () => {
    const { gate, person } = await site();
    const ask = await open(gate);
    const first = await ask('/');
    expect(await first.text()).toBe('saw ');
    expect(names(first)).toEqual(['session=1']);
    const next = await ask('/', { cookie: `session=${person}; seen=4; stray=5` });
    expect(await next.text()).toBe(`saw session=${person}`);
    expect(names(next)).toEqual(['session=1', 'seen=']);
  });

  it('removes what was refused from an answer that sets nothing', async () => {
    const { gate, person } = await site();
    const ask = await open(gate);
    const answer = await ask('/plain', { cookie: `session=${person}; seen=4` });
    expect(await answer.text()).toBe(`session=${person}`);
    expect(names(answer)).toEqual(['seen=']);
  });

  it('answers without cookies where nothing can be decided', async () => {
    const { avow, gate } = await site();
    const ask = await open(gate);
    await avow.close();
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(names(answer)).toEqual([]);
  });
});

describe('the gate before node:http', () => {
  it('sees cookies that are given with the head', async () => {
    const { gate } = await site();
    const ask = await sites['node:http']!(gate);
    const answer = await ask('/head');
    expect([answer.status, answer.statusText]).toEqual([201, 'Made']);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(names(answer)).toEqual(['session=1']);
  });

  it('holds a stream back, and loses nothing of it', async () => {
    const { gate } = await site();
    const ask = await sites['node:http']!(gate);
    const answer = await ask('/stream');
    expect((await answer.text()).length).toBe(200_000);
    expect(names(answer)).toEqual(['session=1']);
  });

  it('hides what may not be read wherever Node keeps headers', async () => {
    const { gate, person } = await site();
    const through = nodeGate(gate);
    const ask = await listening(
      createServer((request, response) =>
        through(request, response, () => {
          const { headers, headersDistinct, rawHeaders } = request;
          response.end(JSON.stringify([headers, headersDistinct, rawHeaders]));
        }),
      ),
    );
    const seen = await (await ask('/', { cookie: `session=${person}; seen=4; stray=5` })).text();
    expect(seen.split(`session=${person}`)).toHaveLength(4);
    expect(seen).not.toMatch(/seen=4|stray=5/);
    const strange = await (await ask('/', { cookie: 'stray=5', 'x-other': 'kept' })).text();
    expect(strange.split('kept')).toHaveLength(4);
    expect(strange).not.toMatch(/cookie|stray/i);
  });

  it('lets no cookie out before the head or after the body', async () => {
    const { gate } = await site();
    const through = nodeGate(gate);
    const server = createServer((request, response) =>
      through(request, response, () => {
        response.writeEarlyHints({ link: '</a.css>; rel=preload', 'Set-Cookie': 'stray=1' });
        response.writeHead(200, { trailer: 'x-sum, set-cookie' });
        response.write('said');
        response.addTrailers({ 'x-sum': '1', 'Set-Cookie': 'stray=2' });
        response.end();
      }),
    );
    await listening(server);
    const { port } = server.address() as AddressInfo;
    const early: unknown[] = [];
    const answer = await new Promise<IncomingMessage>((done) => {
      get({ port, host: '127.0.0.1' }, done).on('information', ({ headers }) =>
        early.push(headers),
      );
    });
    await answer.resume().toArray();
    expect(early).toEqual([{ link: '</a.css>; rel=preload' }]);
    expect(answer.trailers).toEqual({ 'x-sum': '1' });
  });
});
