import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { ann, answerOn, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const press = (page: Page, step: string) => page.click(`form[action$="/${step}"] button`);
const number = '138 1111 2222';

/** Somebody of the demonstration, by the address that they came in with. */
async function whoIs(name: string) {
  const { avow } = market().harbour.market;
  const person = await avow.subjects.find('contact.email', `${name}@harbour.example`);
  if (person === undefined) throw new Error(`The demonstration has no ${name}.`);
  return person;
}

/** Orders the first thing that somebody of the demonstration offers, and pays for it. */
async function orderFrom(page: Page, name: string): Promise<string> {
  const { listings } = market().harbour.market;
  const seller = await whoIs(name);
  const listing = listings.of(seller).find(({ state }) => state === 'offered');
  await page.goto(`/goods/${listing?.id}`);
  await page.click('main form .button');
  const path = new URL(page.url()).pathname;
  await press(page, 'pay');
  return path;
}

test('6.b: a message with a number is held back, marked, and goes out only if its author says so', async () => {
  const [buyer, seller] = [await visitor(), await visitor()];
  await join(buyer);
  const order = await orderFrom(buyer, 'mei');
  await buyer.goto(`${order}/messages`);
  await buyer.fill('#message', `Ring me on ${number}, it is quicker.`);
  await buyer.click('main form .button');
  expect(await buyer.locator('mark').allInnerTexts()).toEqual([number]);
  expect(await buyer.locator('.faults .cite').innerText()).toBe('6.b.2');
  // Neither answer weighs more, and nothing that was written stands in an address.
  const answers = buyer.locator('.choice button');
  const sizes = await answers.evaluateAll((all) =>
    all.map((each) => [each.className, each.getBoundingClientRect().height]),
  );
  expect(sizes[0]).toEqual(sizes[1]);
  expect(buyer.url()).not.toContain('138');

  // Changed, it goes out without the number; the other side reads just that, by 6.b.6.
  await buyer.click('button[value=change]');
  expect(await buyer.inputValue('#message')).toContain(number);
  const sent = await buyer.getAttribute('[name=once]', 'value');
  await buyer.fill('#message', 'Can it be here by Friday?');
  await buyer.click('main form .button');
  expect(await buyer.locator('.messages .mine').innerText()).toContain('by Friday');
  // The same form sent once more sends it no second time.
  await buyer
    .locator('[name=once]')
    .evaluate((input, once) => input.setAttribute('value', once), sent ?? '');
  await buyer.fill('#message', 'Can it be here by Friday?');
  await buyer.click('main form .button');
  expect(await buyer.locator('.messages .mine').count()).toBe(1);
  // Something else in it is another message, and is not lost.
  await buyer
    .locator('[name=once]')
    .evaluate((input, once) => input.setAttribute('value', once), sent ?? '');
  await buyer.fill('#message', 'Saturday will do as well.');
  await buyer.click('main form .button');
  expect(await buyer.locator('.messages .mine').count()).toBe(2);
  await login(seller, 'mei');
  await seller.goto(`${order}/messages`);
  expect(await seller.locator('.messages .theirs').first().innerText()).toContain('by Friday');
  expect(await answerOn(seller)).toMatchObject({ permitted: true, sentence: '6.b.6' });

  // Sent all the same, it goes out, and nothing of that is held against anybody.
  await buyer.fill('#message', `Then ring me: ${number}`);
  await buyer.click('main form .button');
  await buyer.click('button[value=send]');
  expect(await buyer.locator('.messages .mine').count()).toBe(3);
  await buyer.goto('/mine/history');
  expect(await buyer.locator('.timeline').innerText()).not.toContain('warn');

  // Taken back, the other side reads nothing any more.
  await buyer.goto(`${order}/messages`);
  await press(buyer, 'shut');
  await seller.reload();
  expect(await seller.locator('.messages li').count()).toBe(0);
  expect(await answerOn(seller)).toMatchObject({ permitted: false });
  const stranger = await visitor();
  await login(stranger, 'tomas');
  expect((await stranger.goto(`${order}/messages`))?.status()).toBe(404);
});

test('6.b: with scripts the warning comes while one types, in the reader’s language, and stops nothing', async () => {
  const page = await visitor({ javaScriptEnabled: true, locale: 'zh-CN' });
  await login(page, 'ines');
  await page.goto('/sell');
  const said = page.locator('type-warning:has(#body) [role=status]');
  await page.fill('#body', '加我微信 ines_2210，电话１３７ ７４６１ ８２５０');
  await said.filter({ hasText: '社交账号' }).waitFor();
  expect(await said.innerText()).toContain('电话号码');
  expect(await obstacles(page)).toEqual([]);
  await page.fill('#body', '白蜡木，两米长。');
  await said.filter({ hasNotText: '电话号码' }).waitFor({ state: 'attached' });
  expect(await said.innerText()).toBe('');
});

test('6.c: a review stands under a handle for everybody, and goes when its author withdraws it', async () => {
  const [buyer, anybody] = [await visitor({ javaScriptEnabled: true }), await visitor()];
  await join(buyer, { ...ann, email: 'reviewer@example.net' });
  const order = await orderFrom(buyer, 'yuehan');
  expect((await buyer.goto(`${order}/review`))?.status()).toBe(404);
  await login(anybody, 'yuehan');
  await anybody.goto(order);
  await press(anybody, 'ship');
  await anybody.context().clearCookies();
  await buyer.goto(order);
  await press(buyer, 'receive');
  await buyer.click('a[href*="/review"]');
  await buyer.check('input[value="4"]');
  await buyer.fill('#opinion', `Good. My address: 24 Breakwater Street, Xiamen`);
  await buyer.click('main form .button');
  expect(await buyer.locator('mark').allInnerTexts()).toEqual(['24 Breakwater Street']);
  expect(await obstacles(buyer)).toEqual([]);
  await buyer.click('button[value=change]');
  await buyer.fill('#opinion', 'Plays well, and came with a new string.');
  await buyer.click('main form .button');
  expect(await obstacles(buyer)).toEqual([]);

  const { listings, purchases } = market().harbour.market;
  const bought = purchases.get(order.split('/')[2] ?? '');
  const listing = listings.of(bought!.seller).find(({ state }) => state === 'offered');
  await anybody.goto(`/goods/${listing?.id}/seller`);
  const review = await anybody.locator('.review').first().innerText();
  expect(review).toContain('Plays well');
  expect(await anybody.content()).not.toContain(bought!.buyer);
  expect(review).not.toContain('reviewer');

  // The author sees it among what is theirs, by a decision of its own.
  await buyer.goto('/registers');
  expect(await buyer.locator('table').innerText()).toContain('Plays well');
  expect(await answerOn(buyer)).toMatchObject({ permitted: true, sentence: '6.c.2' });
  await buyer.click('table a[href*="/review"]');
  await press(buyer, 'withdraw');
  await anybody.reload();
  expect(await anybody.content()).not.toContain('Plays well');
});

test('1.a: anybody reads what law makes public of an organisation, and nothing more of it', async () => {
  const { avow } = market().harbour.market;
  const { person } = await avow.subjects.create({ kind: 'organisation', country: 'CN' });
  await avow.agreement.accept({ person, language: 'zh-CN' });
  const fields = { 'enterprise.name': '海港木作', 'organisation.contact': '李雷' };
  await avow.collect({ person, purpose: 'account', fields });
  const page = await visitor();
  await page.goto(`/organisations/${person}`);
  const main = await page.locator('main').innerText();
  expect(main).toContain('海港木作');
  expect(main).not.toContain('李雷');
  expect((await page.goto(`/organisations/${await whoIs('mei')}`))?.status()).toBe(404);
});
