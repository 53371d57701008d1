import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inbox, openAccounts, openOperators } from '@avow/accounts';
import { linksOf } from '@avow/accounts/pages';
import { policy } from '@avow/policy-market';
import { createServer, type RequestLine } from '@avow/server';
import { createAvow } from 'avow';
import { expect, onTestFinished, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { marketApp } from '../src/app.ts';
import { fillMarket } from '../src/demo/fill.ts';
import { demoPassword } from '../src/demo/people.ts';
import { placesIn } from '../src/harbour.ts';
import { openMarket } from '../src/market.ts';
import { prepare } from '../src/shop/prepare.ts';
import { behindGate, marketCookies } from '../src/web/cookies.ts';
import { cookies, doors } from '../src/web/doors.ts';

const origin = 'http://market.test';
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0';
const keyword = 'celadon incense burner';
const address = '198.51.100.233';
const DAY = 24 * 3_600_000;

/** The market behind its server, by a clock that the test moves, and Mei, who is logged in. */
async function open() {
  const home = mkdtempSync(join(tmpdir(), 'avow-market-'));
  const places = { ...placesIn(home), ...(await storesOf(home)) };
  const root = createSecretKey(randomBytes(32));
  let passed = 0;
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: { rootKey: async () => root, source: 'this test' },
    anchor: places.anchor,
    clock: { now: () => Date.now() + passed },
  });
  const mail = inbox();
  const generous = { perSecond: 1_000, burst: 1_000 };
  const limits = { account: generous, caller: generous, mail: generous };
  const at = (file: string) => (onPostgres ? places.data : file);
  const shield = marketCookies(avow, (cookie) => people.whoIs(cookie));
  const common = { avow: behindGate(avow, shield), origin, limits };
  const [people, operators] = await Promise.all([
    openAccounts({
      ...common,
      database: at(places.accounts),
      cookie: cookies.people,
      pages: linksOf(doors),
      mail,
    }),
    openOperators({ ...common, database: at(places.operators), cookie: cookies.operators }),
  ]);
  const market = openMarket(avow, {
    ...{ database: places.shop, people, operators, cookies: shield, url: origin },
  });
  await prepare(market);
  await fillMarket(market, { people, inbox: mail });
  const lines: RequestLine[] = [];
  const server = await createServer({
    avow,
    keys: at(places.apiKeys),
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
    mount: [{ path: '/', app: marketApp(market, { hasDemonstration: true }) }],
  });
  onTestFinished(async () => {
    await market.close();
    await server.close();
    rmSync(home, { recursive: true, force: true });
  });
  const environment = { incoming: { socket: { remoteAddress: address } } };
  const ask = async (path: string, headers = {}, body?: string | URLSearchParams) =>
    server.fetch(
      new Request(`${origin}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { origin, 'user-agent': agent, 'accept-language': 'en-GB', ...headers },
        ...(body === undefined ? {} : { body }),
      }),
      environment,
    );
  const entering = { email: 'mei@harbour.example', password: demoPassword, next: '/' };
  const login = await ask('/login', {}, new URLSearchParams(entering));
  const [cookie = ''] = login.headers.getSetCookie();
  const asMei = { cookie: cookie.split(';', 1)[0] ?? '' };
  const whose = await people.whoIs(asMei.cookie);
  if (whose === undefined) throw new Error('Mei is not logged in.');
  const pass = () => {
    passed += DAY;
  };
  return { home, avow, ask, asMei, person: whose.person, lines, pass };
}

test('a search is counted with nobody, while the page is a visit of whoever reads', async () => {
  const { home, avow, ask, asMei, person, lines, pass } = await open();
  const search = `/?q=${encodeURIComponent(keyword)}`;
  for (let time = 0; time < 10; time += 1) {
    expect((await ask(search, time < 2 ? asMei : {})).status).toBe(200);
  }
  await ask('/?q=138+1234+5678', asMei);
  const page = JSON.stringify({ page: `${search}#found`, referrer: `${origin}${search}` });
  const json = { ...asMei, 'content-type': 'application/json' };
  expect((await ask('/avow/visit', json, page)).status).toBe(204);
  await avow.visits.settled();

  const exported = await avow.export({ person });
  if (!exported.permitted) throw new Error(exported.sentence);
  const held = Map.groupBy(exported.value.held, ({ category }) => category);
  const values = (category: 'visit.page' | 'visit.ip' | 'visit.browser') =>
    (held.get(category) ?? []).map(({ value }) => value);
  expect(values('visit.page')).toEqual(['/', '/', '/', '/']);
  expect(new Set(values('visit.ip'))).toEqual(new Set([address]));
  expect(new Set(values('visit.browser'))).toEqual(new Set(['Firefox']));
  expect(JSON.stringify(exported.value)).not.toContain('celadon');

  pass();
  expect(await avow.searches.popular()).toEqual([{ keyword, count: 10 }]);
  const seeds = [keyword, encodeURIComponent(keyword), address, 'Firefox/139', agent];
  const told = JSON.stringify([lines, await avow.figures()]);
  expect(seeds.filter((seed) => told.includes(seed))).toEqual([]);
  await avow.log.flush();
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(onPostgres ? 1 : 4);
  for (const seed of seeds)
    expect(
      files.some((file) => file.includes(seed)),
      seed,
    ).toBe(false);
});

test('many visits bury neither what is held of somebody nor who saw it', async () => {
  const { avow, ask, asMei } = await open();
  for (const page of ['/', '/rules', '/agreement', '/cookies', '/orders']) {
    await ask(page, asMei);
    await avow.visits.settled();
  }
  const mine = await (await ask('/mine', asMei)).text();
  // One row for all of them; what is the same in each stands once, and what is more than a few unfolds.
  expect(mine.match(/<th scope="row">IP address/g)).toHaveLength(1);
  const row = (name: string) => mine.split(`<th scope="row">${name}`)[1]?.split('</tr>')[0];
  expect(row('page requested')).toContain('<details>');
  expect(row('IP address')).toMatch(/198\.51\.100\.\d+ <span class="quiet">\(5\u00a0times\)/);
  const history = async (query = '') => (await ask(`/mine/history${query}`, asMei)).text();
  expect(await history()).not.toContain('#1.b.1');
  expect(await history('?own=yes')).toContain('#1.b.1');
  expect(await history('?category=visit.ip')).toContain('#1.b.1');
});
