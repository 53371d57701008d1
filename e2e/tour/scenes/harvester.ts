import { enterAs } from '../../operator.ts';
import { ann, enter, join } from '../../person.ts';
import type { Cast } from '../look.ts';

/** Somebody touches a decoy, is suspended and let go, and appeals; one of those who work there hears it. */
export async function harvester({ come, market }: Cast): Promise<void> {
  const { avow } = market().harbour;
  const who = { ...ann, email: 'harvests@example.net' };
  const [suspect, protection, support] = [await come(), await come(), await come()];
  await join(suspect.page, who);
  await enterAs(protection.page, 'scene.protection', 'data-protection');
  await protection.page.goto('/console/harvests');
  await protection.page.fill('#count', '2');
  await protection.press('form[action$="/decoys"] button', 'console-decoys');
  const [decoy] = await avow.harvesting.decoys.list();
  const person = (await avow.subjects.find('contact.email', who.email)) as never;
  const question = { purpose: 'fulfilment', categories: ['contact.phone'] } as const;
  await avow.act('show', { ...question, person: decoy!, to: { user: person } });

  await enter(suspect.page, who.email, who.password);
  await suspect.stop('suspended');
  await enterAs(support.page, 'scene.support', 'support');
  await support.visit('/console', 'console-something');
  await support.visit('/console/harvests', 'console-harvests-some');
  await support.press('table a', 'console-harvest');
  await support.press('button[value=terminate]', 'console-harvest-ended');
  await enter(suspect.page, who.email, who.password);
  await suspect.press('main form .button', 'suspended-wrong');
  await suspect.page.fill('#said', 'I run the book club, and wrote to its members.');
  await suspect.press('main form .button', 'suspended-appealed');
  await protection.page.goto('/console/harvests');
  await protection.page.click('table a');
  await protection.press('form[action$="/appeal"] button', 'console-harvest-appeal');
  await protection.press('button[value=reverse]', 'console-harvest-reversed');
  await suspect.visit('/mine/safety', 'safety');
}
