import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { ask, open } from './open.ts';

function market() {
  const app = new Hono();
  app.get('/', (c) => c.html('<h1>Harbour Market</h1>'));
  app.get('/own', (c) => {
    c.header('Content-Security-Policy', "default-src 'none'");
    return c.text('own');
  });
  app.notFound((c) => c.text('not in the market', 404));
  return app;
}

describe('a mounted application', () => {
  it('answers what the server does not, and nothing that it does', async () => {
    const { server } = await open({ mount: [{ path: '/', app: market() }] });
    expect((await ask(server, 'GET', '/')).body).toContain('Harbour Market');
    expect((await ask(server, 'GET', '/nowhere')).body).toBe('not in the market');
    expect((await ask(server, 'GET', '/policy')).body).toContain('id="2.a.1"');
    expect((await ask(server, 'GET', '/v1/nowhere')).body.code).toBe('AVOW_ROUTE_UNKNOWN');
  });

  it('gets the security headers, and keeps those that it set itself', async () => {
    const { server } = await open({ mount: [{ path: '/', app: market() }] });
    const page = (await ask(server, 'GET', '/')).headers;
    expect(page.get('content-security-policy')).toContain("style-src 'self'");
    expect(page.get('x-content-type-options')).toBe('nosniff');
    const own = (await ask(server, 'GET', '/own')).headers;
    expect(own.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('is named in the log by where it is mounted, not by what was asked of it', async () => {
    const { server, log } = await open({ mount: [{ path: '/', app: market() }] });
    await ask(server, 'GET', '/people/Mei-Lin');
    expect(log.at(-1)).toMatchObject({ route: '/*', status: 404 });
  });
});

describe('a mounted application on an open port', () => {
  it('learns from the listener who is connected', async () => {
    const app = new Hono<{ Bindings: { incoming: IncomingMessage } }>();
    app.get('/who', (c) => c.text(c.env.incoming.socket.remoteAddress ?? ''));
    app.get('/away', () => Response.redirect('http://localhost/policy'));
    const { server } = await open({ mount: [{ path: '/', app }] });
    const { url, stop } = await server.listen({ port: 0 });
    expect(await (await fetch(`${url}/who`)).text()).toBe('127.0.0.1');
    const away = await fetch(`${url}/away`, { redirect: 'manual' });
    expect([away.status, away.headers.get('x-content-type-options')]).toEqual([302, 'nosniff']);
    await stop();
  });
});

describe('without one', () => {
  it('the front door leads to the policy', async () => {
    const { server } = await open();
    const { status, headers } = await ask(server, 'GET', '/');
    expect([status, headers.get('location')]).toEqual([302, '/policy']);
  });
});
