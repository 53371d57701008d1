import { readdir, readFile, rm } from 'node:fs/promises';
import { join as pathTo } from 'node:path';
import { generateKeys, keysOfJwks, type PrivateJwks } from '@avow/partner';
import { type Company, partnersBeside } from 'avow-example-market';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { ann, answerOn, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

let companies: readonly Company[] = [];
beforeAll(async () => {
  const { harbour, places } = market();
  companies = await partnersBeside(harbour.market, { home: places.partners, port: 0 });
});
afterAll(async () => {
  await Promise.all(companies.map(({ stop }) => stop()));
  await rm(pathTo(market().home, 'partners'), { recursive: true, force: true });
});

const at = (party: string) => companies.find((each) => each.party === party)?.url ?? '';
const press = (page: Page, step: string) => page.click(`form[action$="/${step}"] button`);
const said = (page: Page) => page.locator('main').innerText();

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map((each) => pathTo(each.parentPath, each.name));
}

async function orderFromMei(page: Page): Promise<string> {
  const { avow, listings } = market().harbour.market;
  const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
  const thing = mei && listings.of(mei).find(({ state }) => state === 'offered');
  await page.goto(`/goods/${thing?.id}`);
  await press(page, 'order');
  return new URL(page.url()).pathname;
}

/** Axe is a script: it looks at a page that somebody else has open. */
async function isAccessible(path: string, like: Page): Promise<void> {
  const looker = await visitor({ javaScriptEnabled: true });
  await looker.context().addCookies(await like.context().cookies());
  await looker.goto(path);
  expect(await obstacles(looker)).toEqual([]);
}

test('what partners are handed is opened by leave, told to its person, and closed by them', async () => {
  const [buyer, seller, clerk] = [await visitor(), await visitor(), await visitor()];
  await join(buyer);
  const order = await orderFromMei(buyer);

  // Paying: the payment service opens for whom its receipt is, and tells the market.
  await press(buyer, 'pay');
  expect(await answerOn(buyer)).toMatchObject({ permitted: true, sentence: '2.a.4' });
  await isAccessible(buyer.url(), buyer);
  await buyer.click('.answer a.button');
  expect(new URL(buyer.url()).origin).toBe(at('Tally-House'));
  expect(await said(buyer)).not.toContain(ann.name);
  await isAccessible(buyer.url(), buyer);
  const desk = buyer.url();
  await buyer.click('main form button');
  expect(await said(buyer)).toContain(ann.name);
  expect(await said(buyer)).toContain(ann.email);
  await buyer.click('main a');
  expect(new URL(buyer.url()).pathname).toBe(order);
  expect(await buyer.locator('form[action$="/pay"]').count()).toBe(0);
  await clerk.goto(desk);
  expect(await said(clerk)).toContain('paid here already');
  await clerk.goto(`${at('Tally-House')}/nowhere`);
  expect(await clerk.locator('h1').innerText()).toBe('There is nothing here');

  // Shipping: the carrier opens a label, and reads the number through us.
  await login(seller, 'mei');
  await seller.goto(order);
  await press(seller, 'ship');
  expect(await answerOn(seller)).toMatchObject({ permitted: true, sentence: '2.a.4' });
  await clerk.goto(at('Lantern-Post'));
  await isAccessible(clerk.url(), clerk);
  await press(clerk, 'label');
  const label = await clerk.locator('.label').innerText();
  expect(label).toContain(ann.name);
  expect(label).toContain(ann.address);
  expect(label).not.toContain(ann.phone);
  await clerk.goBack();
  await press(clerk, 'phone');
  expect(await clerk.locator('.label').innerText()).toContain(ann.phone);

  // The person sees who may open what, and closes it to the carrier.
  await buyer.goto('/mine/openings');
  const open = await said(buyer);
  for (const part of ['Lantern Post', 'Tally House', 'may open it', 'It is open at this moment']) {
    expect(open).toContain(part);
  }
  await isAccessible('/mine/openings', buyer);
  const card = buyer.locator('.card', { hasText: 'Lantern Post' });
  await card.locator('a.button').click();
  await isAccessible(buyer.url(), buyer);
  await buyer.click('main form button');
  expect(await said(buyer)).toContain('It runs out by itself');
  expect(await buyer.locator('h1').innerText()).toBe('Closed');

  // The carrier tries again: no, with the sentence; and that stands in the timeline.
  await clerk.goto(at('Lantern-Post'));
  await press(clerk, 'label');
  const refusal = await said(clerk);
  expect(refusal).toContain('The market does not let us');
  expect(refusal).toMatch(/because 2\.a\.\d: “/);
  expect(refusal).not.toContain(ann.name);
  await buyer.goto('/mine/history?party=Lantern-Post');
  const seen = await buyer.locator('.timeline').innerText();
  expect(seen).toContain('Refused');
  expect(seen.match(/Open/g)?.length).toBeGreaterThanOrEqual(3);
  await buyer.goto('/mine/openings');
  expect(await said(buyer)).toContain('you closed it');

  // What the partners keep of all that holds no value of hers.
  const kept = await Promise.all(
    (await filesIn(market().places.partners)).map((file) => readFile(file)),
  );
  expect(kept.length).toBeGreaterThan(3);
  for (const value of [ann.name, ann.phone, ann.address, ann.email]) {
    expect(kept.some((bytes) => bytes.includes(value))).toBe(false);
  }

  // The end of the order closes what is left.
  await buyer.goto(order);
  await press(buyer, 'receive');
  await buyer.goto('/mine/openings');
  expect(await said(buyer)).toContain('the service or the contract ended');
  expect(await buyer.locator('.card').count()).toBe(0);
});

test('that an order is paid is taken from nobody but the payment service, for its price', async () => {
  const buyer = await visitor();
  await join(buyer, { ...ann, email: 'third@example.net' });
  const order = (await orderFromMei(buyer)).split('/').at(-1) ?? '';
  const { url, harbour, places } = market();
  const { purchases, listings } = harbour.market;
  const amount = listings.get(purchases.get(order)?.listing ?? '')?.price ?? 0;
  const kept = await readFile(pathTo(places.partners, 'payment/keys.json'), 'utf8');
  const { private: own } = JSON.parse(kept) as { private: PrivateJwks };
  const iat = Math.floor(Date.now() / 1000);
  const right = { iss: 'Tally-House', aud: url, order, amount, iat };
  const tell = async (claims: object, keys = own) => {
    const body = await (await keysOfJwks(keys)).sign({ ...right, ...claims }, 'JWT');
    return (await fetch(`${url}/partners/paid`, { method: 'POST', body })).status;
  };
  const stranger = (await generateKeys()).private;
  expect(await tell({}, stranger)).toBe(422);
  const wrong = [{ amount: amount - 1 }, { order: 'none' }, { iss: 'Lantern-Post' }];
  for (const claims of [...wrong, { aud: 'http://elsewhere.example' }, { iat: iat - 301 }]) {
    expect([claims, await tell(claims)]).toEqual([claims, 422]);
  }
  expect((await harbour.avow.orders.get(order as never))?.sides[0]?.performed).toBe(undefined);
  expect([await tell({}), await tell({})]).toEqual([204, 204]);
  expect((await harbour.avow.orders.get(order as never))?.sides[0]?.performed).toBeGreaterThan(0);
});

test('an advertiser gets nothing without consent, and nothing once it is taken back', async () => {
  const [person, clerk] = [await visitor(), await visitor()];
  await join(person, { ...ann, email: 'second@example.net' });
  await clerk.goto(at('Gull-and-Quay'));
  expect(await said(clerk)).toContain('we were handed nothing');
  await isAccessible(clerk.url(), clerk);

  await person.goto('/mine/choices');
  expect(await person.locator('#partner blockquote').innerText()).toMatch(/ to Gull & Quay\?$/);
  await person.click('#partner button[value=allow]');
  await person.goto('/mine/openings');
  expect(await said(person)).toContain('Gull & Quay');
  await clerk.reload();
  await press(clerk, 'open');
  expect(await clerk.locator('.label').innerText()).toContain(ann.name);

  await person.goto('/mine/choices');
  await person.click('#partner button[value=withdraw]');
  await clerk.goto(at('Gull-and-Quay'));
  await press(clerk, 'open');
  expect(await said(clerk)).toContain('The market does not let us');
  await person.goto('/mine/openings');
  expect(await said(person)).toContain('you took your permission back');
});
