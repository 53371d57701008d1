import { readFileSync } from 'node:fs';
import { join as joined } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf } from '../../packages/accounts/test/authenticator.ts';
import { cited } from '../../packages/avow/test/cited.ts';
import { obstacles } from '../browser/accessible.ts';
import { keepPasskeys } from '../passkeys.ts';
import { ann, answerOn, apply, enter, formOf, join, linkTo } from '../person.ts';
import { secretOn } from '../tour/accounts.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const button = 'main form .button';
const path = (page: Page) => new URL(page.url()).pathname;
const heading = (page: Page) => page.locator('h1').innerText();
const faults = (page: Page) => page.locator('.faults').innerText();
const isIn = async (page: Page) => {
  await page.goto('/account');
  return path(page) === '/account';
};

/** Switches the second factor on; answers its secret and the recovery codes. */
async function withFactor(page: Page) {
  await page.goto('/account/second-factor');
  await page.fill('#password', ann.password);
  await page.click(button);
  const secret = await secretOn(page);
  const recovery = await page.locator('.codes code').allInnerTexts();
  await page.fill('#code', codeOf(secret));
  await page.click(button);
  expect(await page.locator('.done').innerText()).toBe('The second factor is on.');
  return { secret, recovery };
}

test(`${cited('6.a.1')}: with a second factor the password alone opens nothing, and each code opens once`, async () => {
  const page = await visitor();
  const who = { ...ann, email: 'factor@example.net' };
  await join(page, who);
  const { secret, recovery } = await withFactor(page);
  await page.click('text=Log out');
  await enter(page, who.email, who.password);
  expect(await heading(page)).toBe('Second factor');
  expect(await page.context().cookies()).toEqual([]);
  const code = codeOf(secret, 1);
  await page.fill('#code', code);
  await page.click(button);
  expect(await isIn(page)).toBe(true);

  const other = await visitor();
  await enter(other, who.email, who.password);
  await other.fill('#code', code);
  await other.click(button);
  expect(await faults(other)).toContain('was used already');
  await other.fill('#code', recovery[0] ?? '');
  await other.click(button);
  expect(await isIn(other)).toBe(true);
  await other.click('text=Log out');
  await enter(other, who.email, who.password);
  await other.fill('#code', recovery[0] ?? '');
  await other.click(button);
  expect(await faults(other)).toContain('was used already');

  await page.goto('/account/second-factor');
  await page.fill('#password', ann.password);
  await page.click('.button-grave');
  expect(await page.locator('.done').innerText()).toBe('The second factor is off.');
  await enter(other, who.email, who.password);
  expect(await isIn(other)).toBe(true);
});

test(`${cited('6.a.1')}: a forgotten password is chosen anew by mail, once, and ends every session`, async () => {
  const [page, other] = [await visitor(), await visitor()];
  const who = { ...ann, email: 'forgets@example.net' };
  await join(page, who);
  await other.goto('/login/forgotten');
  await other.fill('#email', who.email);
  await other.click(button);
  const known = await other.content();
  await other.goto('/login/forgotten');
  await other.fill('#email', 'nobody@example.net');
  await other.click(button);
  expect(await other.content()).toBe(known);
  const link = await linkTo(other, who.email);
  await other.goto(link);
  await other.fill('#password', 'short');
  await other.click(button);
  expect(await faults(other)).toContain('at least 10 characters');
  await other.fill('#password', 'a boat of reeds, woven');
  await other.click(button);
  expect(await heading(other)).toBe('Your password was changed');
  expect(await isIn(page)).toBe(false);
  await enter(page, who.email, who.password);
  expect(await faults(page)).toContain('do not belong together');
  await enter(page, who.email, 'a boat of reeds, woven');
  expect(await isIn(page)).toBe(true);
  await other.goto(link);
  await other.fill('#password', 'a boat of iron, riveted');
  await other.click(button);
  expect(await heading(other)).toBe('This link no longer holds');
});

test('another address counts once it is confirmed there, and the old one hears of it', async () => {
  const page = await visitor();
  const who = { ...ann, email: 'moves@example.net' };
  await join(page, who);
  await page.goto('/account/address');
  await page.fill('#email', 'moved@example.net');
  await page.fill('#password', who.password);
  await page.click(button);
  expect(path(page)).toBe('/account/address/sent');
  const [elsewhere] = [await visitor()];
  await elsewhere.goto(await linkTo(page, 'moved@example.net'));
  await enter(await visitor(), who.email, who.password);
  await elsewhere.click(button);
  expect(await heading(elsewhere)).toBe('Your address was changed');
  await elsewhere.goto(await linkTo(page, who.email));
  expect(await heading(elsewhere)).toBe('It was not you?');
  await enter(elsewhere, who.email, who.password);
  expect(await faults(elsewhere)).toContain('do not belong together');
  await enter(elsewhere, 'moved@example.net', who.password);
  expect(await isIn(elsewhere)).toBe(true);
  await page.goto('/mine');
  expect(await page.locator('.held').innerText()).toContain('moved@example.net');
});

test(`${cited('6.a.1')}: sessions are listed, and ended from another browser one by one or all at once`, async () => {
  const pages = [await visitor(), await visitor(), await visitor()] as const;
  const [page, second, third] = pages;
  const who = { ...ann, email: 'everywhere@example.net' };
  await join(page, who);
  await enter(second, who.email, who.password);
  await page.goto('/account/sessions');
  expect(await page.locator('.lines li').count()).toBe(2);
  await page.click('button[name=end]:not([value=others])');
  expect([await isIn(second), await isIn(page)]).toEqual([false, true]);
  await enter(second, who.email, who.password);
  await enter(third, who.email, who.password);
  await page.goto('/account/sessions');
  await page.click('button[value=others]');
  expect(await Promise.all(pages.map(isIn))).toEqual([true, false, false]);

  await enter(second, who.email, who.password);
  await page.goto('/account/password');
  await page.fill('#password', who.password);
  await page.fill('#next', 'a boat of glass, blown');
  await page.click(button);
  expect(await page.locator('.done').innerText()).toContain('every other session has ended');
  expect([await isIn(second), await isIn(page)]).toEqual([false, true]);
});

test(`${cited('6.a.1')}: a passkey opens the account without a password, until it is removed`, async () => {
  const page = await visitor({ javaScriptEnabled: true });
  await keepPasskeys(page);
  await join(page, { ...ann, email: 'passkey@example.net' });
  await page.goto('/account/passkeys');
  expect(await page.locator('[data-without-passkeys]').isVisible()).toBe(false);
  await page.fill('#password', 'not this one');
  await page.click('text=/^Add a passkey$/ >> nth=-1');
  await page.waitForSelector('form [role=alert]:not(:empty)');
  expect(await page.locator('form [role=alert]').innerText()).toBe('That is not the password.');
  await page.fill('#password', ann.password);
  await page.click('form[data-passkey] button');
  await page.waitForURL('**/account/passkeys?done=added');
  await page.click('text=Log out');
  await page.goto('/login?next=/orders');
  await page.click('form[data-passkey] button');
  await page.waitForURL(({ pathname }) => pathname === '/orders');
  await page.goto('/account/passkeys');
  await page.click('button[name=remove]');
  expect(await page.locator('.done').innerText()).toContain('opens nothing any more');
  await page.click('text=Log out');
  await page.goto('/login');
  await page.click('form[data-passkey] button');
  await page.waitForSelector('.faults');
  expect(await faults(page)).toContain('opens no account here');
});

test('where scripts are off, passkeys are not offered, and all else works', async () => {
  const page = await visitor();
  await page.goto('/login');
  expect(await page.locator('form[data-passkey]').isVisible()).toBe(false);
  await join(page, { ...ann, email: 'scriptless@example.net' });
  await page.goto('/account/passkeys');
  expect(await page.locator('form[data-passkey]').isVisible()).toBe(false);
  expect(await page.locator('[data-without-passkeys]').isVisible()).toBe(true);
});

test(`${cited('1.a.2')}: an organisation joins with its own form`, async () => {
  const page = await visitor();
  await page.goto('/join');
  await page.click('text=An organisation');
  await apply(page, {
    email: 'yard@example.net',
    password: ann.password,
    'enterprise.name': '海港木作有限公司',
    'enterprise.registration': '91350200MA2XXXXX0X',
    'organisation.representative': '王芳',
    'organisation.contact': '李雷',
  });
  await page.goto(await linkTo(page, 'yard@example.net'));
  await page.fill('#password', ann.password);
  await page.click(button);
  expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: '1.a.2' });
  await page.goto('/mine');
  expect(await page.locator('.held').innerText()).toContain('海港木作有限公司');
});

test('one who joins twice is told in the mail, and the page says the same', async () => {
  const page = await visitor();
  const who = { ...ann, email: 'twice@example.net' };
  await page.goto('/join');
  await apply(page, formOf(who));
  const first = await page.content();
  await page.goto(await linkTo(page, who.email));
  await page.fill('#password', who.password);
  await page.click(button);
  await page.click('text=Log out');
  await page.goto('/join');
  await apply(page, formOf({ ...who, password: 'somebody else entirely' }));
  expect(await page.content()).toBe(first);
  expect(new URL(await linkTo(page, who.email)).pathname).toBe('/login');
});

test('a password can be pasted, and what browsers are told of each field is right', async () => {
  const page = await visitor({ javaScriptEnabled: true });
  const told = async (at: string) => {
    await page.goto(at);
    const fields = page.locator('main input:not([type=hidden]):not([type=checkbox])');
    return fields.evaluateAll((all) => all.map((each) => each.getAttribute('autocomplete')));
  };
  expect(await told('/login')).toEqual(['username webauthn', 'current-password']);
  expect((await told('/join')).slice(0, 2)).toEqual(['username', 'new-password']);
  expect(await told('/login/reset?token=x')).toEqual(['new-password']);
  await page.focus('#password');
  await page.evaluate(
    "document.activeElement.dispatchEvent(new ClipboardEvent('paste', { cancelable: true }))",
  );
  await page.keyboard.insertText('pasted from a manager');
  expect(await page.inputValue('#password')).toBe('pasted from a manager');
  await page.goto('/inbox');
  expect(await obstacles(page)).toEqual([]);
});

test('staff have a way in of their own, with a second factor before anything else', async () => {
  const page = await visitor();
  const file = readFileSync(joined(market().home, 'keys/administrator'), 'utf8');
  const [, password = ''] = /password: (\S+)/.exec(file) ?? [];
  const logIn = async (who: Page, name: string, secret: string) => {
    await who.goto('/staff/login');
    await who.fill('#name', name);
    await who.fill('#password', secret);
    await who.click(button);
  };
  await logIn(page, 'administrator', password);
  await page.goto('/staff/people');
  expect(path(page)).toBe('/staff/second-factor');
  await page.fill('#password', password);
  await page.click(button);
  const secret = await secretOn(page);
  await page.fill('#code', codeOf(secret));
  await page.click(button);
  expect(await page.locator('.terms').innerText()).toContain('Administrator');
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['operator_session']);
  expect(await isIn(page)).toBe(false);

  await page.goto('/staff/people');
  await page.fill('#name', 'lan.wu');
  await page.selectOption('#role', 'legal');
  await page.click('form:has(#name) .button');
  const given = await page.locator('[data-password]').innerText();
  const lan = await visitor();
  await logIn(lan, 'lan.wu', given);
  expect(path(lan)).toBe('/staff/second-factor');
  await page.goto('/staff/people');
  const legal = page.locator('tr', { hasText: 'legal' }).last();
  await legal.locator('button[name=operator]').click();
  expect(await page.locator('.done').innerText()).toContain('opens nothing any more');
  await lan.goto('/staff');
  expect(path(lan)).toBe('/staff/login');
  await logIn(lan, 'lan.wu', given);
  expect(await faults(lan)).toContain('do not belong together');
});
