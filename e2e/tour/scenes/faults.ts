import { enterAs } from '../../operator.ts';
import { ann, join } from '../../person.ts';
import type { Cast } from '../look.ts';
import type { Visitor } from '../visitor.ts';

/** What people read where something goes wrong, in every place there is. */
export async function faults({ come }: Cast): Promise<void> {
  const [person, operator] = [await come(), await come()];
  for (const [name, path] of Object.entries({
    'nowhere-version-read': '/policy?version=none',
    'nowhere-version': '/policy/versions/none',
    'nowhere-promise': '/policy/promises/none',
    'nowhere-goods': '/goods/none',
    'nowhere-reset': '/login/reset?token=none',
    'nowhere-portal': '/handed/none?for=nobody',
    'nowhere-unsubscribe': '/unsubscribe/none',
    'nowhere-staff': '/staff/nowhere',
  })) {
    await person.visit(path, name);
  }
  await join(person.page, { ...ann, email: 'errs@example.net' });
  await person.visit('/mine/nowhere', 'nowhere-mine');
  await person.visit('/mine/history/none', 'nowhere-entry');
  await person.visit('/account/nowhere', 'nowhere-account');
  await person.visit('/orders/none', 'nowhere-order');
  await sent(person, '/goods/none/order', 'posted-nowhere');
  await sent(person, '/mine/choices', 'posted-choices');
  await sent(person, '/account/password', 'posted-account');
  await enterAs(operator.page, 'scene.auditor', 'auditor');
  await operator.visit('/console/parties/engage', 'console-forbidden');
  await operator.visit('/console/desk/case?case=none', 'console-no-case');
  await sent(operator, '/console/parties/suspend', 'console-posted');
}

/** Sends a form that no page has, as one that was left open for long, or is broken, would be. */
async function sent({ page, stop }: Visitor, action: string, name: string): Promise<void> {
  await page.evaluate(`{
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '${action}' });
    document.body.append(form);
    form.submit();
  }`);
  await page.waitForURL(`**${action}`);
  await stop(name);
}
