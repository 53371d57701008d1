import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cookieChoice, cookieDesk, honoDesk, honoGate, nodeDesk, nodeGate } from '../src/index.ts';
import { site } from './site.ts';

async function deskOf() {
  const { avow, gate } = await site();
  const needed = ['cookies.needed'];
  const choice = cookieChoice({ avow: avow as never, gate, needed, remember: 'remembered' });
  return { gate, desk: cookieDesk({ avow: avow as never, gate, choice }) };
}

describe('what is posted to the desk', () => {
  it('is read no further than it may be large, whatever it says of its length', async () => {
    const { gate, desk } = await deskOf();
    const app = new Hono();
    app.use(honoGate(gate), honoDesk(desk));
    const headers = { origin: 'http://shop', 'content-type': 'application/x-www-form-urlencoded' };
    for (const path of ['/avow/choice', '/avow/cookie']) {
      let sent = 0;
      const body = new ReadableStream({
        pull(stream) {
          if (++sent > 1_000) stream.close();
          else stream.enqueue(new Uint8Array(1_024).fill(0x61));
        },
      });
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      expect((await app.request(new Request(`http://shop${path}`, init))).status).toBe(413);
      expect(sent).toBeLessThan(30);
    }
    const small = new URLSearchParams({ purpose: 'cookies.personal', answer: 'reject' });
    const answer = await app.request('http://shop/avow/choice', {
      method: 'POST',
      headers: { origin: 'http://shop' },
      body: small,
    });
    expect(answer.status).toBe(303);
  });

  it('is answered when it is too large, before node as before others', async () => {
    const { gate, desk } = await deskOf();
    const server = createServer((request, response) =>
      nodeGate(gate)(request, response, () => nodeDesk(desk)(request, response, () => undefined)),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => new Promise<void>((done) => void server.close(() => done())));
    const { port } = server.address() as AddressInfo;
    const post = (body: string) =>
      fetch(`http://127.0.0.1:${port}/avow/cookie`, {
        method: 'POST',
        headers: { origin: `http://127.0.0.1:${port}` },
        body,
      });
    expect((await post(JSON.stringify({ name: 'x'.repeat(20_000) }))).status).toBe(413);
    expect(await (await post(JSON.stringify({ name: 'stray' }))).json()).toEqual({
      permitted: false,
    });
  });
});

describe('the script with what was chosen in it', () => {
  it('is for pages of this host alone', async () => {
    const { gate, desk } = await deskOf();
    const app = new Hono();
    app.use(honoGate(gate), honoDesk(desk));
    for (const path of ['/avow/cookies.js', '/avow/choice']) {
      const { headers } = await app.request(`http://shop${path}`);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });
});
