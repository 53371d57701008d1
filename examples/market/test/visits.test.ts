import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { createServer, type RequestLine } from '@avow/server';
import { createAvow } from 'avow';
import { expect, onTestFinished, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { register } from '../src/accounts/register.ts';
import { marketApp } from '../src/app.ts';
import { placesIn } from '../src/harbour.ts';
import { openMarket } from '../src/market.ts';
import { prepare } from '../src/shop/prepare.ts';

const origin = 'http://market.test';
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0';
const keyword = 'celadon incense burner';
const address = '198.51.100.233';
const DAY = 24 * 3_600_000;

/** The market behind its server, by a clock that the test moves, and Wen, who is logged in. */
async function open() {
  const home = mkdtempSync(join(tmpdir(), 'avow-market-'));
  const places = { ...placesIn(home), ...(await storesOf(home)) };
  const root = createSecretKey(randomBytes(32));
  let now = Date.UTC(2026, 0, 5, 9);
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: { rootKey: async () => root, source: 'this test' },
    anchor: places.anchor,
    clock: { now: () => now },
  });
  const market = openMarket(avow, { database: places.shop, now: () => now });
  await prepare(market);
  const lines: RequestLine[] = [];
  const server = await createServer({
    avow,
    keys: onPostgres ? places.data : places.apiKeys,
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
    mount: [{ path: '/', app: marketApp(market) }],
  });
  onTestFinished(async () => {
    await server.close();
    market.close();
    rmSync(home, { recursive: true, force: true });
  });
  const entering = { username: 'wen', password: 'wen likes the sound of rain' };
  const about = { 'contact.name': 'Wen' };
  const joined = await register(market, { ...entering, language: 'en', about });
  if (joined.outcome !== 'joined') throw new Error(joined.outcome);
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
  const login = await ask('/login', {}, new URLSearchParams({ ...entering, next: '/' }));
  const [cookie = ''] = login.headers.getSetCookie();
  const { person } = joined.account;
  const asWen = { cookie: cookie.split(';', 1)[0] ?? '' };
  return { home, avow, ask, asWen, person, lines, pass: () => (now += DAY) };
}

test('a search is counted with nobody, while the page is a visit of whoever reads', async () => {
  const { home, avow, ask, asWen, person, lines, pass } = await open();
  const search = `/?q=${encodeURIComponent(keyword)}`;
  for (let time = 0; time < 10; time += 1) {
    expect((await ask(search, time < 2 ? asWen : {})).status).toBe(200);
  }
  await ask('/?q=138+1234+5678', asWen);
  const page = JSON.stringify({ page: `${search}#found`, referrer: `${origin}${search}` });
  const json = { ...asWen, 'content-type': 'application/json' };
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
  const { avow, ask, asWen } = await open();
  for (let time = 0; time < 5; time += 1) {
    await ask('/', asWen);
    await avow.visits.settled();
  }
  const mine = await (await ask('/mine', asWen)).text();
  expect(mine.match(/IP address/g)).toHaveLength(1);
  expect(mine).toContain('Of your 5 visits the last is shown');
  const history = async (query = '') => (await ask(`/mine/history${query}`, asWen)).text();
  expect(await history()).not.toContain('#1.b.1');
  expect(await history('?own=yes')).toContain('#1.b.1');
});
