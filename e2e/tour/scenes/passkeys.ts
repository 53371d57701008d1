import { keepPasskeys } from '../../passkeys.ts';
import { ann, join } from '../../person.ts';
import type { Cast } from '../look.ts';

/** Somebody whose machine keeps passkeys adds one, and looks at what opens the account. */
export async function passkeys({ come }: Cast): Promise<void> {
  const { page, visit, press, stop } = await come();
  await join(page, { ...ann, email: 'passkey@example.net' });
  await visit('/account/passkeys', 'passkeys-none');
  await page.fill('#password', 'not this one');
  await page.click('form[data-passkey] button');
  await page.waitForSelector('form [role=alert]:not(:empty)');
  await stop('passkeys-wrong');
  // After the page was looked at: what looks leaves no authenticator behind.
  await keepPasskeys(page);
  await page.fill('#password', ann.password);
  await page.click('form[data-passkey] button');
  await page.waitForURL('**/account/passkeys?done=added');
  await stop('passkeys-added');
  await visit('/account/sessions', 'sessions-some');
  await page.goto('/account/passkeys');
  await press('button[name=remove]', 'passkeys-removed');
  await page.context().clearCookies();
  await visit('/login', 'login-passkey');
}
