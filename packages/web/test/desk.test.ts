import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { cookieChoice, cookieDesk, honoDesk, honoGate } from '../src/index.ts';
import { site } from './site.ts';

describe('what is posted to the desk', () => {
  it('is read no further than it may be large, whatever it says of its length', async () => {
    const { avow, gate } = await site();
    const needed = ['cookies.needed'];
    const choice = cookieChoice({ avow: avow as never, gate, needed, remember: 'remembered' });
    const app = new Hono();
    app.use(honoGate(gate), honoDesk(cookieDesk({ avow: avow as never, gate, choice })));
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
});
