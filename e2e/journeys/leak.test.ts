import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, enter, join, linkTo } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const heading = (page: Page) => page.locator('h1').innerText();
const press = (page: Page) => page.click('main form .button');

test('a leak is reported signed out, frozen by a link, found in the records, contained, closed and read', async () => {
  const { avow } = market().harbour;
  const seller = await visitor();
  await join(seller, { ...ann, email: 'seller@example.net' });
  await seller.goto('/mine');
  const other = (await seller.locator('[data-person]').innerText()) as never;
  const page = await visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 720 } });
  await join(page);
  await page.goto('/mine');
  const person = (await page.locator('[data-person]').innerText()) as never;
  const order = 'order-that-leaks' as never;
  await avow.orders.open({ order, sides: [other, person] });
  const about = { purposes: ['fulfilment'], categories: ['contact.phone'] } as const;
  const party = other;
  await avow.consents.give({ person, party, action: 'show', language: 'en', ...about });
  const shown = { person, purpose: 'fulfilment', categories: ['contact.phone'], order } as const;
  expect((await avow.act('show', { ...shown, to: { user: other } })).permitted).toBe(true);

  // Reported at another browser, by whoever reads the mail of the account.
  const outside = await visitor({ javaScriptEnabled: true });
  await outside.goto('/login/leak');
  expect(await obstacles(outside)).toEqual([]);
  await press(outside);
  const wrong = await outside.locator('.faults').innerText();
  expect(wrong).toContain('at least one');
  expect(wrong).toContain('E-mail address of the account: Please fill this in.');
  expect(wrong).toContain('What happened? Please fill this in.');
  await outside.fill('#email', ann.email);
  await outside.fill('[name="contact.phone"]', ann.phone);
  await outside.fill('#said', 'A stranger rang me on a number that I gave nobody.');
  await press(outside);
  expect(await heading(outside)).toBe('Look in your mail');
  await outside.goto(await linkTo(outside, ann.email));
  expect(await obstacles(outside)).toEqual([]);
  await page.goto('/mine');
  expect(await heading(page)).not.toBe('Log in');
  await press(outside);
  expect(await heading(outside)).toBe('Your account is frozen');
  await page.goto('/mine');
  expect(await heading(page)).toBe('Log in');
  await enter(page, ann.email, ann.password);
  expect(await page.locator('main').innerText()).toContain('Frozen because of a leak');
  expect(await obstacles(page)).toEqual([]);

  const operator = await visitor({ javaScriptEnabled: true });
  await enterAs(operator, 'leak.protection', 'data-protection');
  await operator.goto('/console/leaks');
  expect(await obstacles(operator)).toEqual([]);
  await operator.click('table a');
  await operator.click('form[action$="/read"] button');
  expect(await operator.locator('blockquote').first().innerText()).toContain('A stranger rang me');
  await operator.click('form[action$="/suspects"] button');
  expect(await operator.locator('.suspects li').first().innerText()).toContain(
    'Was shown exactly all that leaked: phone number',
  );
  expect(await obstacles(operator)).toEqual([]);
  for (const measure of ['reset', 'rekey', 'tell']) await operator.check(`#${measure}`);
  await operator.click('form[action$="/contain"] button');
  expect(await operator.locator('main').innerText()).toContain('everything lies under new ones');
  await operator.click('form[action$="/authority"] button');
  const report = await operator.locator('.document').innerText();
  expect(report).toContain('Keys of the person replaced: yes');
  for (const value of [ann.name, ann.phone, person]) expect(report).not.toContain(value);
  await operator.fill('#word', 'The other side of an order was shown it, and nobody else.');
  await operator.click('form[action$="/close"] button');
  expect(await operator.locator('.done').innerText()).toContain('closed');

  // The end of the case opens nothing: the old password may be known. A new one does.
  await enter(page, ann.email, ann.password);
  expect(await heading(page)).toBe('Your account is suspended');
  await page.goto('/login/forgotten');
  await page.fill('#email', ann.email);
  await press(page);
  await page.goto(await linkTo(page, ann.email));
  await page.fill('#password', 'another boat of paper');
  await press(page);
  await enter(page, ann.email, 'another boat of paper');
  await page.goto('/mine/safety');
  const told = await page.locator('main .card').first().innerText();
  expect(told).toContain('The other side of an order was shown it');
  expect(told).toContain('your keys were replaced');
  expect(await obstacles(page)).toEqual([]);
}, 90_000);

test('whoever is signed in ticks what leaked, and can freeze the account at once', async () => {
  const page = await visitor();
  const fields = { ...ann, email: 'frozen@example.net' };
  await join(page, fields);
  await page.goto('/mine/safety');
  await page.check('[name="contact.address"]');
  await page.fill('#said', 'It stands on a forum.');
  await page.check('#freeze');
  await press(page);
  expect(await heading(page)).toBe('Your account is frozen');
  await page.goto('/mine');
  expect(await heading(page)).toBe('Log in');
});
