import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import type { PersonId } from 'avow';
import express from 'express';
import { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import {
  type CookieDesk,
  type CookieGate,
  cookieChoice,
  cookieDesk,
  honoDesk,
  honoGate,
  nodeDesk,
  nodeGate,
} from '../../web/src/index.ts';
import { site } from '../../web/test/site.ts';

/** The page of a site that knows of Avow nothing but its one tag, first in its head. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title>
<script type="module" src="/avow/cookies.js"></script>
<script type="module">
  document.cookie = 'theme=dark; Max-Age=99999999; Path=/deep';
  document.cookie = '_tracker_4711=1';
  document.cookie = 'seen=1';
  document.cookie = 'campaign_7=1';
  globalThis.readBack = document.cookie;
</script>
<script type="module" src="/avow/visits.js"></script>
</head><body><main><h1>A site</h1><p>Its text.</p></main></body></html>`;

type Make = (gate: CookieGate, desk: CookieDesk, told: Told) => Server;

/** What the sites were told besides: the bodies that came for visits. */
export interface Told {
  readonly visits: unknown[];
}

/** The same small site, on each make of server that the gate goes before. */
export const makes: Readonly<Record<string, Make>> = {
  'node:http': (gate, desk, { visits }) =>
    createServer((request, response) =>
      nodeGate(gate)(request, response, () =>
        nodeDesk(desk)(request, response, async () => {
          if (request.url === '/avow/visit') {
            visits.push(await json(request));
            response.writeHead(204).end();
          } else response.setHeader('content-type', 'text/html').end(page);
        }),
      ),
    ),

  express: (gate, desk, { visits }) => {
    const app = express();
    app.use(nodeGate(gate), nodeDesk(desk));
    app.post('/avow/visit', express.json(), (request, response) => {
      visits.push(request.body);
      response.sendStatus(204);
    });
    app.get(/.*/, (_, response) => void response.type('html').send(page));
    return createServer(app);
  },

  Hono: (gate, desk, { visits }) => {
    const app = new Hono();
    app.use(honoGate(gate), honoDesk(desk));
    app.post('/avow/visit', async (c) => {
      visits.push(await c.req.json());
      return c.body(null, 204);
    });
    app.get('*', (c) => c.html(page));
    return createAdaptorServer({ fetch: app.fetch }) as Server;
  },
};

/** A site that listens, on a library of its own, until the test is over. */
export async function openSite(make: Make) {
  const place = await site({
    subject: (presented) =>
      (presented.get('session') as PersonId | undefined) ?? choice.deviceIn(presented),
  });
  const { avow, gate } = place;
  const choice = cookieChoice({
    avow: avow as never,
    gate,
    needed: ['cookies.needed'],
    remember: 'remembered',
  });
  const desk = cookieDesk({ avow: avow as never, gate, choice });
  const told: Told = { visits: [] };
  const server = make(gate, desk, told);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((done) => void server.close(() => done()));
  });
  const { port } = server.address() as AddressInfo;
  return { ...place, choice, desk, told, url: `http://127.0.0.1:${port}` };
}
