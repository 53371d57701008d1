import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createServer } from '../src/index.ts';
import { open } from './open.ts';

/** A server whose answer to `GET /slow` waits until it is let go. */
async function openSlow() {
  const place = await open();
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const server = await createServer({
    avow: place.avow,
    keys: join(place.folder, 'other', 'keys.db'),
    log: { info: () => {}, error: () => {} },
    mount: [
      {
        path: '/slow',
        app: {
          async fetch() {
            reached.resolve();
            await gate.promise;
            return new Response('done');
          },
        },
      },
    ],
  });
  return { ...place, server, gate, reached };
}

/** A connection written to by hand. */
class Socket {
  readonly #socket;
  /** Everything that came back, once the connection is closed. */
  readonly closed: Promise<string>;

  constructor(url: string) {
    this.#socket = connect(Number(new URL(url).port), '127.0.0.1');
    this.closed = this.#socket
      .setEncoding('utf8')
      .toArray()
      .then((parts) => parts.join(''));
  }

  send(text: string): Promise<void> {
    return new Promise((resolve) => this.#socket.write(text, () => resolve()));
  }
}

describe('a stop', () => {
  it('finishes what is in flight, refuses new work, and closes the library', async () => {
    const { server, gate, reached, avow } = await openSlow();
    const { url, stop } = await server.listen({ port: 0 });
    const answer = fetch(`${url}/slow`);
    await reached.promise;
    const stopped = stop();
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    gate.resolve();
    expect(await (await answer).text()).toBe('done');
    await stopped;
    await expect(avow.subjects.create()).rejects.toThrow();
    await expect(stop()).resolves.toBeUndefined();
  });

  it('refuses a request that was half sent when it began, and closes its connection', async () => {
    const { server, gate, reached } = await openSlow();
    const { url, stop } = await server.listen({ port: 0 });
    const { key } = await server.keys.create({ label: 'test', scopes: ['subjects:read'] });
    const inFlight = fetch(`${url}/slow`);
    await reached.promise;
    const late = new Socket(url);
    await late.send(`GET /v1/subjects/p HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n`);
    // The half request has arrived once a whole one, sent after it, was answered.
    await (await fetch(`${url}/health`)).text();
    const stopped = stop();
    await late.send('\r\n');
    const text = await late.closed;
    expect(text).toMatch(/^HTTP\/1\.1 503 /);
    expect(text).toContain('connection: close');
    expect(text).toContain('AVOW_STOPPING');
    gate.resolve();
    await (await inFlight).text();
    await stopped;
  });

  it('cuts off what does not end within its grace', async () => {
    const { server, gate, reached } = await openSlow();
    const { url, stop } = await server.listen({ port: 0, grace: 20 });
    const cut = expect(fetch(`${url}/slow`)).rejects.toThrow();
    await reached.promise;
    await stop();
    await cut;
    gate.resolve();
  });

  it('says where it listens, and rejects when the port is taken', async () => {
    const { server } = await open();
    const { url, stop } = await server.listen({ port: 0 });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await expect(server.listen({ port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await stop();
  });
});
