import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const said = (page: Page) => page.locator('#dispute').innerText();
const answer = (page: Page, what: string) => page.click(`#dispute button[value=${what}]`);

test('a buyer disputes, the seller sees it otherwise, the desk decides without a name, and both see how', async () => {
  const [buyer, seller] = [await visitor({ javaScriptEnabled: true }), await visitor()];
  await join(buyer);
  const { avow, listings } = market().harbour.market;
  const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
  const thing = listings.of(mei!).find(({ state }) => state === 'offered');
  await buyer.goto(`/goods/${thing?.id}`);
  await buyer.click('main form .button');
  const order = new URL(buyer.url()).pathname;
  await login(seller, 'mei');

  await buyer.click('a[href$="/dispute"]');
  expect(await buyer.locator('[name=wish][value=payment]').count()).toBe(0);
  await buyer.click('main form .button');
  expect(await buyer.locator('.faults').innerText()).toContain('Choose what you ask for.');
  await buyer.check('[value=notAsDescribed]');
  await buyer.check('[value=again]');
  await buyer.click('main form .button');
  expect(await said(buyer)).toContain('The other side has three days');
  expect(await obstacles(buyer)).toEqual([]);

  // The two agree: the order goes on, to be carried out.
  await seller.goto(order);
  expect(await said(seller)).toContain('It is not what was described');
  await answer(seller, 'agree');
  expect(await said(seller)).toContain('You have agreed on this.');
  expect(await seller.locator('.order-head .mark').innerText()).toBe('Open');

  await buyer.goto(`${order}/dispute`);
  await buyer.check('[value=damaged]');
  await buyer.check('[value=refund]');
  await buyer.click('main form .button');
  await seller.goto(order);
  await answer(seller, 'contest');
  expect(await said(seller)).toContain('Our customer service decides.');

  const desk = await visitor({ javaScriptEnabled: true });
  // A visitor comes to the way in.
  await seller.goto('/staff/disputes');
  expect(new URL(seller.url()).pathname).toBe('/staff/login');
  await enterAs(desk, 'help.desk', 'support');
  await desk.goto('/staff');
  await desk.click('a[href$="/staff/disputes"]');
  const seen = await desk.locator('main').innerText();
  expect(seen).toContain('It arrived damaged');
  for (const personal of [ann.name, ann.email, '陈晓梅', 'mei@'])
    expect(seen).not.toContain(personal);
  expect(await obstacles(desk)).toEqual([]);
  await desk.click('button[value=refund]');
  expect(await desk.locator('main').innerText()).toContain('No order is in dispute.');

  for (const side of [buyer, seller]) {
    await side.goto(order);
    expect(await said(side)).toContain('the money goes back');
    expect(await side.locator('.order-head .mark').innerText()).toBe('Closed');
  }
  // It is over for its other side too: nothing is answered twice, and no stranger answers at all.
  expect((await seller.goto(`${order}/dispute`))?.status()).toBe(400);
});
