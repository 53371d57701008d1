import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { codeOf } from '../../packages/accounts/test/authenticator.ts';
import { marketAt } from '../market.ts';
import { ann, apply, enter, formOf, linkTo } from '../person.ts';
import type { Visit } from './visitor.ts';

const button = 'main form .button';

/** Both forms for joining, the mail, the confirmation. Ends logged in. */
export async function joining(page: Page, visit: Visit, press: Visit): Promise<void> {
  await visit('/join?as=organisation', 'join-organisation');
  await press('button[value=accept]', 'join-organisation-wrong');
  await page.goto('/join');
  await apply(page, formOf(ann));
  await visit('/join/sent', 'sent');
  const link = await linkTo(page, ann.email);
  await visit(link, 'confirm');
  await page.fill('#password', ann.password);
  await press(button, 'joined');
  await page.goto(link);
  await page.fill('#password', ann.password);
  await press(button, 'confirm-expired');
}

/** Every page on which somebody looks after their account. */
export async function account(page: Page, visit: Visit, press: Visit): Promise<void> {
  await visit('/account', 'account');
  await visit('/account/address', 'account-address');
  await page.fill('#email', 'ann@new.example');
  await page.fill('#password', ann.password);
  await press(button, 'account-address-sent');
  await visit(await linkTo(page, 'ann@new.example'), 'account-address-confirm');
  await visit('/account/password', 'account-password');
  await visit('/account/passkeys', 'account-passkeys');
  await visit('/account/sessions', 'account-sessions');
  await visit('/account/second-factor', 'factor');
  await page.fill('#password', ann.password);
  await press(button, 'factor-setup');
  const secret = await secretOn(page);
  await page.fill('#code', codeOf(secret));
  await press(button, 'factor-on');
  await page.click('text=/^(Log out|退出登录)$/');
  await enter(page, ann.email, ann.password);
  await page.fill('#code', '000000');
  await press(button, 'login-code');
  await page.fill('#code', codeOf(secret, 1));
  await page.click(button);
}

/** What somebody needs who cannot get in. */
export async function recovering(page: Page, visit: Visit, press: Visit): Promise<void> {
  await visit('/login/not-me', 'not-me');
  await visit('/login/forgotten', 'forgotten');
  await page.fill('#email', 'mei@harbour.example');
  await press(button, 'forgotten-sent');
  await visit(await linkTo(page, 'mei@harbour.example'), 'reset');
  await page.fill('#password', 'the tide goes out twice');
  await press(button, 'reset-done');
}

/** The pages of those who work there. */
export async function staff(page: Page, visit: Visit, press: Visit): Promise<void> {
  await visit('/staff/login', 'staff-login');
  const { home } = marketAt(page.url());
  const file = readFileSync(join(home, 'keys/administrator'), 'utf8');
  const [, password = ''] = /password: (\S+)/.exec(file) ?? [];
  await page.fill('#name', 'administrator');
  await page.fill('#password', password);
  await press(button, 'staff-enrol');
  await page.fill('#password', password);
  await page.click(button);
  await page.fill('#code', codeOf(await secretOn(page)));
  await press(button, 'staff-home');
  await visit('/staff/people', 'staff-people');
  await page.fill('#name', 'lan.wu');
  await press('form:has(#name) .button', 'staff-credentials');
  await visit('/staff/password', 'staff-password');
}

/** The secret of a second factor, as the page has it to type. */
export async function secretOn(page: Page): Promise<string> {
  return (await page.locator('.secret').innerText()).replaceAll(' ', '');
}
