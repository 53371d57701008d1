import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { BODY_LIMIT } from '../../src/http/body.ts';
import { routes } from '../../src/v1/routes.ts';
import { open } from '../open.ts';

const mounted = new Hono();
mounted.post('/form', async (c) => c.json([...(await c.req.formData()).keys()]));
mounted.post('/ignore', (c) => c.text('not read'));

/** Many bytes in pieces, without a word on how many. */
function endless(bytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(16 * 1024).fill(0x20);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) controller.close();
      else controller.enqueue(piece);
      left -= piece.length;
    },
  });
}

type Sent = RequestInit & { duplex?: 'half' };

async function posting() {
  const { server, key } = await open({ mount: [{ path: '/mounted', app: mounted }] });
  const headers = { authorization: `Bearer ${await key()}`, 'idempotency-key': 'k' };
  return async (path: string, init: Sent, method = 'POST') => {
    const request = new Request(`http://localhost${path}`, {
      method,
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    });
    return (await server.fetch(request)).status;
  };
}

const large = 'x'.repeat(3 * 1024 * 1024);
const multipart = () => {
  const form = new FormData();
  form.set('file', new Blob([large]), 'large.txt');
  return form;
};

describe('a body beyond its limit', () => {
  it('is refused by every route of /v1, whether it says so or not', async () => {
    const post = await posting();
    const type = { 'content-type': 'application/json' };
    // One that takes a stream piece by piece holds none of it at a time, and has no end to it.
    // What a party may ask it asks with a token of its own, and nothing is read of it without one.
    const bounded = routes.filter(
      ({ method, streams, scope }) => method !== 'get' && !streams && scope !== 'partner',
    );
    for (const { method, path, body, limit } of bounded) {
      // Some take more than others; each is sent more than it takes.
      const sent = limit === undefined ? large : 'x'.repeat(limit + 1);
      const said = { ...type, 'content-length': String(sent.length) };
      const to = path.replaceAll(/\{\w+\}/g, 'x');
      const status = await post(to, { headers: said, body: sent }, method.toUpperCase());
      expect(status, to).toBe(413);
      const stream = { headers: type, body: endless(sent.length), duplex: 'half' } as const;
      const unsaid = await post(to, stream, method.toUpperCase());
      // A route that takes none does not read it.
      if (body) expect(unsaid, to).toBe(413);
      else expect(unsaid, to).toBeLessThan(500);
    }
  });

  it.each(['/mounted/form', '/mounted/ignore', '/policy', '/docs', '/log/key', '/nowhere'])(
    'is refused at %s, as a form, as files, and in pieces',
    async (path) => {
      const post = await posting();
      const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };
      const statuses = [
        await post(path, { headers: urlencoded, body: `a=${large}` }),
        await post(path, { body: multipart() }),
        await post(path, { body: endless(large.length), duplex: 'half' }),
      ];
      expect(statuses).toEqual([413, 413, 413]);
    },
  );

  it('is one byte more than a body that is taken', async () => {
    const post = await posting();
    const form = (bytes: number) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `a=${'x'.repeat(bytes - 2)}`,
    });
    expect(await post('/mounted/form', form(BODY_LIMIT))).toBe(200);
    expect(await post('/mounted/form', form(BODY_LIMIT + 1))).toBe(413);
  });
});
