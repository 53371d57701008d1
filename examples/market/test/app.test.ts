import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Inbox, openAccounts, inbox as openInbox, openOperators } from '@avow/accounts';
import { linksOf, wayBack } from '@avow/accounts/pages';
import { findSentence } from '@avow/policy';
import { policy } from '@avow/policy-market';
import { createAvow, type PersonId, passphraseFile } from 'avow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { leave } from '../src/accounts/leave.ts';
import { marketApp } from '../src/app.ts';
import { fillMarket } from '../src/demo/fill.ts';
import { demoPassword } from '../src/demo/people.ts';
import { placesIn } from '../src/harbour.ts';
import { type Market, openMarket } from '../src/market.ts';
import { codeOf } from '../src/shop/code.ts';
import type { Listing } from '../src/shop/listings.ts';
import { place } from '../src/shop/ordering.ts';
import { carrier } from '../src/shop/parties.ts';
import { prepare } from '../src/shop/prepare.ts';
import { behindGate, marketCookies } from '../src/web/cookies.ts';
import { cookies, doors } from '../src/web/doors.ts';

const origin = 'http://market.test';
const home = mkdtempSync(join(tmpdir(), 'avow-market-'));
const places = { ...placesIn(home), ...(await storesOf(home)) };
let market: Market;
let app: ReturnType<typeof marketApp>;
let inbox: Inbox;

beforeAll(async () => {
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: passphraseFile(places.passphrase),
    anchor: places.anchor,
  });
  inbox = openInbox();
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
      mail: inbox,
    }),
    openOperators({ ...common, database: at(places.operators), cookie: cookies.operators }),
  ]);
  market = openMarket(avow, {
    ...{ database: places.shop, people, operators, cookies: shield, url: origin },
  });
  await prepare(market);
  await fillMarket(market, { people, inbox });
  app = marketApp(market, { hasDemonstration: true });
});
afterAll(async () => {
  await market.close();
  await market.avow.close();
  rmSync(home, { recursive: true });
});

const post = (path: string, fields: Record<string, string> | URLSearchParams, headers = {}) =>
  app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, ...headers },
    body: new URLSearchParams(fields),
  });

const mei = { email: 'mei@harbour.example', password: demoPassword, next: '/orders' };

async function cookieOf(fields: typeof mei): Promise<string> {
  const [cookie = ''] = (await post('/login', fields)).headers.getSetCookie();
  return cookie.split(';', 1)[0] ?? '';
}

/** Joins as a visitor does: the form, the link in the mail, the password. */
async function joined(email: string, fields: Record<string, string> = {}) {
  const form = { email, password: demoPassword, 'contact.name': 'Somebody', accept: 'yes' };
  await post('/join', { ...form, ...fields, answer: 'accept' });
  await market.people.settled();
  const message = inbox.received.find(({ to }) => to === email);
  const [, token = ''] = /token=([\w-]+)/.exec(message?.text ?? '') ?? [];
  const { password } = { ...form, ...fields };
  const [cookie = ''] = (await post('/join/confirm', { token, password })).headers.getSetCookie();
  const presented = cookie.split(';', 1)[0] ?? '';
  const whose = await market.people.whoIs(presented);
  if (whose === undefined) throw new Error('Nobody joined.');
  return { person: whose.person, cookie: presented };
}

test('a browser that keeps no cookie is told so under 5.b.3, and is not sent in a circle', async () => {
  const first = await post('/login', mei);
  expect(first.status).toBe(303);
  const second = await app.request(`${origin}${first.headers.get('location')}`);
  expect(second.status).toBe(200);
  const page = await second.text();
  expect(page).toContain('did not keep the cookie');
  expect(page).toContain('#5.b.3');
});

test('who joins at this market is taken to live where it is', async () => {
  const { person } = await joined('lives@harbour.example');
  expect(await market.avow.subjects.get(person)).toMatchObject({ kind: 'person', country: 'CN' });
});

test('logging in leads back to where somebody wanted to go', async () => {
  const first = await post('/login', mei);
  const [cookie = ''] = first.headers.getSetCookie();
  const kept = await app.request(`${origin}${first.headers.get('location')}`, {
    headers: { cookie },
  });
  expect(kept.headers.get('location')).toBe('/orders');
});

test.each([
  ['/orders/1', '/orders/1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  [undefined, '/'],
])('the way back from %s is %s', (asked, way) => {
  expect(wayBack(asked)).toBe(way);
});

test('pages of their own are for those who are logged in', async () => {
  for (const path of [
    '/sell',
    '/orders',
    '/mine',
    '/mine/leave',
    '/account',
    '/account/sessions',
  ]) {
    const response = await app.request(`${origin}${path}`);
    expect([path, response.headers.get('location')]).toEqual([
      path,
      `/login?next=${encodeURIComponent(path)}`,
    ]);
  }
});

test('a form without an origin, or with another one, changes nothing', async () => {
  for (const foreign of ['https://elsewhere.example', 'null', 'not a url', '']) {
    const response = await post('/login', mei, { origin: foreign });
    expect([foreign, response.status, response.headers.getSetCookie()]).toEqual([foreign, 403, []]);
  }
});

test.each([
  ['a field given twice', new URLSearchParams('email=a&email=b')],
  ['NUL', new URLSearchParams({ email: 'a\0b' })],
  ['too much', new URLSearchParams({ email: 'a'.repeat(20_000) })],
])('%s is refused, and told calmly', async (_, fields) => {
  const response = await post('/login', fields);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Nothing was changed');
});

test('the longest comment gets as far as the centre, which says that nothing is announced', async () => {
  const said = '长'.repeat(4_000);
  const fields = { said, version: 'none', once: crypto.randomUUID() };
  const response = await post('/mine/comments', fields, { cookie: await cookieOf(mei) });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(said);
});

test('what is no form is refused', async () => {
  const response = await app.request(`${origin}/join`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{"email":"a"}',
  });
  expect(response.status).toBe(400);
});

test('what somebody writes is shown as they wrote it, and is no markup', async () => {
  const cookie = await cookieOf(mei);
  const thing = { name: '<img src=x onerror=alert(1)>', body: '"&\'', price: '5', picture: 'kite' };
  const { headers } = await post('/sell', thing, { cookie });
  const page = await (await app.request(`${origin}${headers.get('location')}`)).text();
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img src=x');
});

test.each(['0', '-5', '1e3', '1.234', '999999999', 'free', ''])('%o is no price', async (price) => {
  const cookie = await cookieOf(mei);
  const response = await post(
    '/sell',
    { name: 'A', body: 'B', price, picture: 'kite' },
    { cookie },
  );
  expect(response.status).toBe(422);
});

test('no personal value lies in any file of the market', async () => {
  const seeds = {
    'contact.name': 'Seeded Name Quill',
    'contact.phone': '+86 131 7777 0001',
    'contact.address': '99 Seeded Lane',
    password: 'seeded pass phrase',
  } as const;
  const email = 'seeded.user@quill.example';
  await joined(email, seeds);
  await post('/login', { email, password: seeds.password, next: '/' });
  const files = ['data', 'keys', 'anchor'].flatMap((folder) =>
    readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name)),
  );
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const bytes = readFileSync(file);
    const found = [email, ...Object.values(seeds)].filter(
      (seed) => bytes.includes(seed) || bytes.includes(Buffer.from(seed, 'utf16le')),
    );
    expect([file, found]).toEqual([file, []]);
  }
});

test('a second start makes nothing twice', async () => {
  const { avow } = market;
  const before = await avow.documents.current('site-rules');
  await prepare(market);
  expect(await fillMarket(market, { people: market.people, inbox })).toBe(false);
  expect(await avow.documents.current('site-rules')).toEqual(before);
  expect(await avow.parties.list(carrier)).toHaveLength(1);
});

test.each([
  ['/mine/history?before=%00', 400],
  ['/mine/history/not-an-entry', 404],
  ['/orders/nobody-ordered-this', 404],
  ['/goods/nothing', 404],
  ['/market/pictures/nothing.svg', 404],
  ['/nowhere', 404],
])('%s is answered by %i, calmly', async (path, status) => {
  const cookie = await cookieOf(mei);
  expect((await app.request(`${origin}${path}`, { headers: { cookie } })).status).toBe(status);
});

test('an order that a power cut left unopened is opened when somebody looks at it', async () => {
  const [buyer, seller] = await Promise.all(
    ['mei', 'tomas'].map((name) =>
      market.avow.subjects.find('contact.email', `${name}@harbour.example`),
    ),
  );
  if (buyer === undefined || seller === undefined)
    throw new Error('The demonstration is incomplete.');
  const [thing] = market.listings.of(seller).filter(({ state }) => state === 'offered');
  const cut = market.purchases.add({ listing: thing?.id ?? '', buyer, seller });
  expect(await market.avow.orders.get(cut.id)).toBeUndefined();
  const headers = { cookie: await cookieOf(mei) };
  expect((await app.request(`${origin}/orders/${cut.id}`, { headers })).status).toBe(200);
  expect(await market.avow.orders.get(cut.id)).toMatchObject({ state: 'open' });
});

test('who saw it does not vanish behind how often somebody looked', async () => {
  const { person, cookie } = await joined('looks@harbour.example');
  for (let at = 0; at < 40; at += 1) await market.avow.history({ person, limit: 1 });
  const headers = { cookie };
  const read = async (path: string) => (await app.request(`${origin}${path}`, { headers })).text();
  const page = await read('/mine/history');
  expect(page).toContain('#1.a.1');
  expect(page).not.toContain('rel="next"');
  expect(page).toMatch(/answer-permitted[\s\S]*#S\.2\.2/);
  expect(await read('/mine/history?own=yes')).toContain('rel="next"');
});

test('a user reports who gathers information, from what they offer and from an order, and it waits in the console', async () => {
  const { person, cookie } = await joined('watchful@harbour.example');
  const listing = market.listings.offered()[0] as Listing;
  const headers = { cookie };
  const read = async (path: string) => (await app.request(`${origin}${path}`, { headers })).text();
  const onceOn = (page: string) => /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const waiting = async () =>
    (await market.avow.harvesting.reports()).filter(({ by }) => by === person);
  const path = `/goods/${listing.id}/report`;
  expect((await app.request(`${origin}${path}`)).headers.get('location')).toContain('/login?next=');
  for (const page of [`/goods/${listing.id}`, `/goods/${listing.id}/seller`]) {
    expect(await read(page)).toContain(path);
  }
  const form = { said: 'They list the phone numbers of buyers elsewhere.', once: '' };
  form.once = onceOn(await read(path));
  const empty = await post(path, { ...form, said: ' ' }, headers);
  expect([empty.status, (await empty.text()).includes('href="#said"')]).toEqual([422, true]);
  expect(await waiting()).toEqual([]);
  // Pressed twice it is one report.
  for (const sent of [await post(path, form, headers), await post(path, form, headers)]) {
    expect([sent.status, await sent.text()]).toEqual([200, expect.stringContaining('have your')]);
  }
  const again = await (await post(path, { ...form, said: 'And addresses.' }, headers)).text();
  expect(again).toContain('This form was sent before');
  expect(again).toContain('>And addresses.</textarea>');
  expect(onceOn(again)).not.toBe(form.once);
  expect(await waiting()).toMatchObject([{ who: { user: listing.seller } }]);

  const purchase = await place(market, listing, person);
  const inOrder = `/orders/${purchase?.id}/report`;
  expect(await read(`/orders/${purchase?.id}/messages`)).toContain(inOrder);
  const once = onceOn(await read(inOrder));
  expect((await post(inOrder, { ...form, once }, headers)).status).toBe(200);
  expect(await waiting()).toMatchObject([
    { who: { user: listing.seller } },
    { who: { user: listing.seller } },
  ]);
  // To nobody else is there an order to report somebody from, nor does anybody report themself.
  const other = await joined('elsewhere@harbour.example');
  const theirs = { headers: { cookie: other.cookie } };
  expect((await app.request(`${origin}${inOrder}`, theirs)).status).toBe(404);
  const tomas = { cookie: await cookieOf({ ...mei, email: 'tomas@harbour.example' }) };
  const sells = await market.people.whoIs(tomas.cookie);
  const [own] = market.listings.of(sells?.person as PersonId);
  const refused = await app.request(`${origin}/goods/${own?.id}/report`, { headers: tomas });
  expect([own === undefined, refused.status]).toEqual([false, 404]);
});

test('somebody suspended, or erased elsewhere, is logged in no longer', async () => {
  const { person, cookie } = await joined('gone@harbour.example');
  const location = async () => {
    const response = await app.request(`${origin}/mine`, { headers: { cookie } });
    return response.headers.get('location');
  };
  expect(await location()).toBe(null);
  await market.avow.subjects.suspend(person);
  expect(await location()).toBe('/login?next=%2Fmine');
  await market.avow.subjects.reinstate(person);
  expect(await location()).toBe(null);
  await market.avow.erase({ person });
  expect(await location()).toBe('/login?next=%2Fmine');
});

test('every sentence that a page cites by itself stands in the policy', () => {
  const pages = join(import.meta.dirname, '../src/pages');
  const cited = readdirSync(pages).flatMap((file) =>
    [...readFileSync(join(pages, file), 'utf8').matchAll(/citing\(\w+, \w+, '([^']+)'\)/g)].map(
      ([, sentence = '']) => sentence,
    ),
  );
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter((sentence) => findSentence(policy, sentence) === undefined)).toEqual([]);
});

test('what somebody orders from a seller who leaves at that moment is not back on the shelf', async () => {
  const sellers = market.listings.offered().map(({ seller }) => seller);
  const [seller, buyer] = [...new Set(sellers)] as [PersonId, PersonId];
  const listing = market.listings.of(seller).find(({ state }) => state === 'offered') as Listing;
  const gone = Promise.withResolvers<void>();
  const { avow } = market;
  const open: typeof avow.orders.open = async (what) => {
    await gone.promise;
    return avow.orders.open(what);
  };
  const slow = { ...market, avow: { ...avow, orders: { ...avow.orders, open } } };
  let ordered: Promise<unknown> = Promise.resolve();
  const erase: typeof avow.erase = (what) => {
    ordered = place(slow, listing, buyer).catch(codeOf);
    return avow.erase(what);
  };
  expect(await leave({ ...market, avow: { ...avow, erase } }, seller)).toMatchObject({
    permitted: true,
  });
  gone.resolve();
  expect(await ordered).toBe('AVOW_ERASED');
  expect(market.listings.get(listing.id)?.state).toBe('withdrawn');
});
