import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from '@avow/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { marketApp } from '../src/app.ts';
import { demoPassword } from '../src/demo/people.ts';
import { openHarbour, placesIn } from '../src/harbour.ts';
import type { Market } from '../src/market.ts';

const origin = 'http://market.test';
const home = mkdtempSync(join(tmpdir(), 'avow-market-'));
const stores = await storesOf(home);
const { data } = stores;
const shared = onPostgres ? { apiKeys: data, accounts: data, operators: data } : {};
const generous = { perSecond: 1_000, burst: 1_000 };
let market: Market;
let server: Server;

beforeAll(async () => {
  ({ market, server } = await openHarbour(
    { ...placesIn(home), ...stores, ...shared },
    {
      url: origin,
      log: { info: () => undefined, error: console.error },
      limits: { account: generous, caller: generous, mail: generous },
    },
  ));
});
afterAll(async () => {
  await market.people.settled();
  await market.close();
  await server.close();
  rmSync(home, { recursive: true });
});

type Fields = Readonly<Record<string, string>>;

const ask = async (method: string, path: string, headers: Fields = {}, fields?: Fields) =>
  server.fetch(
    new Request(`${origin}${path}`, {
      method,
      headers: { origin, ...headers },
      ...(fields && { body: new URLSearchParams(fields) }),
    }),
  );

/** A request of a browser, which keeps what it is given in `jar`. */
async function browse(
  jar: Map<string, string>,
  method: string,
  path: string,
  { headers = {}, fields }: { readonly headers?: Fields; readonly fields?: Fields } = {},
): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await ask(method, path, { ...headers, ...(cookie && { cookie }) }, fields);
  for (const setting of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setting) ?? [];
    if (/Max-Age=0/.test(setting)) jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

const choice = (answer: 'accept' | 'reject') => ({
  fields: { purpose: 'cookies.personal', answer, lang: 'en' },
});

/** Every route of the market and of the server's own pages, with something real in each place of its path. */
function everyRoute(): readonly (readonly [string, string])[] {
  const [thing] = market.listings.offered();
  const routes = marketApp(market, { hasDemonstration: true })
    .routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ method, path }) => {
      const there = path.startsWith('/goods') ? (thing?.id ?? '') : 'none';
      return [method, path.replace(/:file\{.*/, 'kite.svg').replace(/:\w+/g, there)] as const;
    });
  const besides = ['cookies.js?own', 'cookies.css', 'visits.js', 'choice'].map(
    (file) => ['GET', `/avow/${file}`] as const,
  );
  const pages = ['/policy', '/policy.json', '/clauses', '/measures', '/docs', '/nowhere'];
  return [
    ...routes,
    ...besides,
    ['POST', '/avow/choice'],
    ['POST', '/avow/cookie'],
    ['GET', '/.well-known/gpc.json'],
    ...pages.map((path) => ['GET', path] as const),
  ];
}

test('a browser that refused is sent no cookie of any kind, by any route', async () => {
  const jar = new Map<string, string>();
  await browse(jar, 'POST', '/avow/choice', choice('reject'));
  const routes = everyRoute();
  expect(routes.length).toBeGreaterThan(50);
  const statuses = new Set<number>();
  for (const [method, path] of routes) {
    for (const headers of [{}, { 'sec-gpc': '1' }]) {
      const fields = method === 'POST' ? choice('reject').fields : undefined;
      const answer = await browse(jar, method, path, { headers, ...(fields && { fields }) });
      statuses.add(answer.status);
      expect([method, path, answer.headers.getSetCookie()]).toEqual([method, path, []]);
      const etag = answer.headers.get('etag');
      if (etag === null) continue;
      const again = await browse(jar, method, path, { headers: { 'if-none-match': etag } });
      statuses.add(again.status);
      expect([path, again.headers.getSetCookie()]).toEqual([path, []]);
    }
  }
  expect(jar.size).toBe(0);
  expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 304, 404, 400]));
});

test('what comes that nobody set is not read, and goes unanswered', async () => {
  const [thing] = market.listings.offered();
  const cookie = `market_seen=${thing?.id}; _ga_31=1; market_choice=made-up`;
  const answer = await ask('GET', '/', { cookie });
  expect(await answer.text()).not.toContain('You looked at these');
  // It serves a purpose that nobody allowed, so it is removed; a needed one that says nothing is left alone.
  expect(answer.headers.getSetCookie()).toEqual(['market_seen=; Path=/; Max-Age=0; HttpOnly']);
  expect(market.avow.cookies.strays()).toMatchObject([{ name: '_ga_0', where: 'sent' }]);
});

test('a login is decided once, about the person who logs in', async () => {
  const person = await market.avow.subjects.find('contact.email', 'tomas@harbour.example');
  const settings = async () => {
    const decided = await market.avow.history({ person: person!, limit: 100 });
    if (!decided.permitted) throw new Error('the history was refused');
    return decided.value.happened.filter(
      ({ what }) => what.kind === 'decision' && what.action === 'setCookie',
    ).length;
  };
  const before = await settings();
  const jar = new Map<string, string>();
  const login = { email: 'tomas@harbour.example', password: demoPassword, next: '/' };
  const answer = await browse(jar, 'POST', '/login', { fields: login });
  expect([answer.status, [...jar.keys()]]).toEqual([303, ['market_session']]);
  expect(await settings()).toBe(before + 1);

  // Going back to that address after logging out is no browser that keeps nothing.
  const kept = answer.headers.get('location') ?? '';
  expect((await browse(jar, 'GET', kept)).status).toBe(303);
  await browse(jar, 'POST', '/logout');
  await browse(jar, 'GET', kept);
  const blocks = async () => (await market.avow.subjects.browserFound(person!)).blocksCookies;
  expect(await blocks()).toBe(false);

  // Coming back without it is, until the person logs in anew.
  const next = await ask('POST', '/login', {}, login);
  await ask('GET', next.headers.get('location') ?? '');
  expect(await blocks()).toBe(true);
  await browse(jar, 'POST', '/login', { fields: login });
  expect([await blocks(), [...jar.keys()]]).toEqual([false, ['market_session']]);
});

test('what was looked at lies in the vault, newest first, at most six, and goes with the yes', async () => {
  const jar = new Map<string, string>();
  await browse(jar, 'POST', '/avow/choice', choice('accept'));
  const goods = market.listings.offered().slice(0, 8);
  for (const { id } of goods) await browse(jar, 'GET', `/goods/${id}`);
  const last = goods.slice(-6).reverse();
  expect(jar.get('market_seen')?.split('.')).toEqual(last.map(({ id }) => id));
  const device = market.cookies.choice.deviceIn(jar)!;
  const own = {
    person: device,
    purpose: 'rights',
    to: 'person',
    categories: ['cookie.yield'],
  } as const;
  const held = async () => {
    const shown = await market.avow.items.act('show', own);
    if (!shown.permitted) throw new Error('refused');
    return shown.value.items.map(({ value }) => value);
  };
  expect(await held()).toEqual([last.map(({ id }) => id).join('.')]);
  await browse(jar, 'POST', '/avow/choice', choice('reject'));
  expect([jar.size, await held()]).toEqual([0, []]);
});
