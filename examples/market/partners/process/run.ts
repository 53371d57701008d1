import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createPartner, keysOfJwks, type Partner, type PartyKeys } from '@avow/partner';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { type Book, openBook } from './book.ts';
import { environmentOf } from './environment.ts';
import { keptKeys } from './keys.ts';

/** What a partner's pages work with. */
export interface Place {
  readonly partner: Partner;
  readonly book: Book;
  readonly keys: PartyKeys;
  readonly party: string;
  readonly platform: string;
}

/**
 * Runs a partner as a process of its own: its keys, its books, its pages on this machine alone. Says where
 * it is in one line of JSON and in its folder, and ends when it is told to or when whoever started it is gone.
 */
export async function run(pages: (place: Place) => Hono): Promise<void> {
  const { party, platform, log, data, port } = environmentOf(process.env);
  const made = await keptKeys(data);
  const keys = await keysOfJwks(made.private);
  const partner = createPartner({ server: platform, party, keys, log });
  const app = new Hono();
  app.use(headersFor(platform), csrf(), bodyLimit({ maxSize: 16 * 1024 }));
  app.get('/.well-known/jwks.json', (c) => c.json({ keys: Object.values(made.public) }));
  // Mounted, not routed: so what is not there is answered by the pages, in their words.
  app.mount('/', pages({ partner, book: openBook(data, partner), keys, party, platform }).fetch);
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const url = `http://127.0.0.1:${await listening(server, port)}`;
  writeFileSync(join(data, 'address'), `${url}\n`);
  console.log(JSON.stringify({ party, url }));
  const end = () => {
    rmSync(join(data, 'address'), { force: true });
    server.close();
    server.closeAllConnections();
    process.stdin.destroy();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  process.stdin.once('end', end).once('close', end).resume();
}

/** Listens where it is wanted, or where there is room. */
async function listening(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (fault) {
    if (port === 0 || (fault as { code?: unknown }).code !== 'EADDRINUSE') throw fault;
    return listening(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

/** No script, nothing from elsewhere; what was opened is kept by no browser. */
const headersFor = (platform: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'", platform],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  });
