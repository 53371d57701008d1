import type { Page } from 'playwright-core';
import { codeOf } from '../packages/accounts/test/authenticator.ts';
import { marketAt } from './market.ts';
import { secretOn } from './tour/accounts.ts';

type Role = 'support' | 'legal' | 'data-protection' | 'administrator' | 'auditor';

/** Adds an operator, or gives one new credentials, and lets them in with a second factor that is set up anew. */
export async function enterAs(page: Page, name: string, role: Role): Promise<void> {
  await page.goto('/staff/login');
  const { operators } = marketAt(page.url()).harbour.market;
  const added = await operators.add({ name, role });
  const given = 'password' in added ? added : await operators.renew(name);
  if (!('password' in given)) throw new Error(`There is no way in for ${name}.`);
  await page.fill('#name', name);
  await page.fill('#password', given.password);
  await page.click('main form .button');
  await page.fill('#password', given.password);
  await page.click('main form .button');
  await page.fill('#code', codeOf(await secretOn(page)));
  await page.click('main form .button');
}
