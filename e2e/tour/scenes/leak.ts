import { enterAs } from '../../operator.ts';
import { ann, enter, join, linkTo } from '../../person.ts';
import type { Cast } from '../look.ts';

const button = 'main form .button';

/** A leak is reported by whoever reads the account's mail, the account frozen, and the leak looked into. */
export async function leak({ come }: Cast): Promise<void> {
  const who = { ...ann, email: 'leaks@example.net' };
  const [outside, operator] = [await come(), await come()];
  await join(outside.page, who);
  await outside.page.context().clearCookies();
  await outside.visit('/login/leak', 'leak');
  await outside.press(button, 'leak-wrong');
  await outside.page.fill('#email', who.email);
  await outside.page.fill('[name="contact.phone"]', who.phone);
  await outside.page.fill('#said', 'A stranger rang me.');
  await outside.press(button, 'leak-sent');
  await outside.visit(await linkTo(outside.page, who.email), 'leak-freeze');
  await outside.press(button, 'leak-frozen');
  await enter(outside.page, who.email, who.password);
  await outside.stop('frozen');

  await enterAs(operator.page, 'scene.leaks', 'data-protection');
  await operator.visit('/console/leaks', 'console-leaks-some');
  await operator.press('table a', 'console-leak');
  await operator.press('form[action$="/read"] button', 'console-leak-read');
  await operator.press('form[action$="/suspects"] button', 'console-leak-suspects');
  for (const measure of ['reset', 'rekey', 'tell']) await operator.page.check(`#${measure}`);
  await operator.press('form[action$="/contain"] button', 'console-leak-contained');
  await operator.press('form[action$="/authority"] button', 'console-leak-report');
}
