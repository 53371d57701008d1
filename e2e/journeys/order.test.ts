import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ann, answerOn, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

/** Orders the first thing that Mei offers, and answers the path of the order. */
async function orderFromMei(page: Page): Promise<string> {
  const [mei] = await meiAndHerThings();
  await page.goto(`/goods/${mei}`);
  await page.click('main form .button');
  return new URL(page.url()).pathname;
}

async function meiAndHerThings(): Promise<string[]> {
  const { avow, listings } = market().harbour.market;
  const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
  if (mei === undefined) throw new Error('The demonstration has no Mei.');
  return listings.of(mei).flatMap(({ id, state }) => (state === 'offered' ? [id] : []));
}

const press = (page: Page, step: string) => page.click(`form[action$="/${step}"] button`);

test('3.f: contact is refused before performing, granted after, and shut when the order closes', async () => {
  const [buyer, seller] = [await visitor(), await visitor()];
  await join(buyer);
  const order = await orderFromMei(buyer);

  await press(buyer, 'contact');
  const early = await answerOn(buyer);
  expect(early).toMatchObject({ permitted: false, sentence: '3.f.2' });
  expect(early.text).toContain('perform your side of the order');
  expect(early.text).not.toContain('138 0571 2210');

  // Part of the performance is enough: the rest is still owed.
  await buyer.goto(order);
  await press(buyer, 'deposit');
  expect(await buyer.locator('.steps').innerText()).toContain('Deposit paid');
  await press(buyer, 'contact');
  const granted = await answerOn(buyer);
  expect(granted).toMatchObject({ permitted: true, sentence: '3.f.1' });
  expect(granted.text).toContain('+86 138 0571 2210');

  await buyer.goto(order);
  await press(buyer, 'pay');
  expect(await buyer.locator('form[action$="/deposit"]').count()).toBe(0);

  await login(seller, 'mei');
  await seller.goto(order);
  await press(seller, 'contact');
  expect(await answerOn(seller)).toMatchObject({ permitted: false, sentence: '3.f.2' });
  await seller.goto(order);
  await press(seller, 'ship');
  const shipped = await answerOn(seller);
  expect(shipped).toMatchObject({ permitted: true, sentence: '2.a.4' });
  expect(shipped.text).not.toContain(ann.address);

  await buyer.goto(order);
  await press(buyer, 'receive');
  expect(await buyer.locator('main').innerText()).toContain('The order is closed');
  expect(await buyer.locator('main form').count()).toBe(0);

  await seller.goto('/mine/history');
  const seen = await seller.locator('.timeline').innerText();
  expect(seen).toContain('3.f.1');
  expect(seen).toContain('3.f.2');
});

test('an order is nobody’s business but its two sides’', async () => {
  const [buyer, other] = [await visitor(), await visitor()];
  await join(buyer, { ...ann, email: 'buyer@example.net' });
  const order = await orderFromMei(buyer);
  await login(other, 'tomas');
  const response = await other.goto(order);
  expect(response?.status()).toBe(404);
});

test('of two who order the same thing one gets it', async () => {
  const [first, second] = [await visitor(), await visitor()];
  await join(first, { ...ann, email: 'first@example.net' });
  await join(second, { ...ann, email: 'second@example.net' });
  const [thing] = await meiAndHerThings();
  await Promise.all([first.goto(`/goods/${thing}`), second.goto(`/goods/${thing}`)]);
  await Promise.all([first.click('main form .button'), second.click('main form .button')]);
  const paths = [first, second].map((page) => new URL(page.url()).pathname.split('/')[1]);
  expect(paths.sort()).toEqual(['goods', 'orders']);
});

test('contact details typed into a listing are not published unless their author says so', async () => {
  const page = await visitor();
  await login(page, 'ines');
  await page.goto('/sell');
  await page.fill('#name', 'Oar');
  await page.fill('#body', 'Call １３８ 0571 2210 in the evening.');
  await page.fill('#price', '20');
  await page.check('input[value=boots]');
  await page.click('main form .button');
  expect(await page.locator('.faults .cite').innerText()).toBe('6.b.2');
  await page.click('button[value=change]');
  await page.fill('#body', 'Two metres, ash.');
  await page.click('main form .button');
  expect(await page.locator('h1').innerText()).toBe('Oar');
  await page.goto('/?q=ash');
  const found = await page.locator('.shelf-name').allInnerTexts();
  expect(found.filter((name) => name === 'Oar')).toHaveLength(1);
});

test('a search keeps nothing, and says so under 1.d', async () => {
  const page = await visitor();
  await page.goto('/');
  await page.fill('#q', 'kite');
  await page.click('.search button');
  expect(await page.locator('.shelf li').count()).toBe(1);
  expect(await page.locator('.because .cite').innerText()).toBe('1.d.1');
  expect(await page.context().cookies()).toEqual([]);
});
