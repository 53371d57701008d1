import { enterAs } from '../../operator.ts';
import { ann, join } from '../../person.ts';
import type { Cast } from '../look.ts';

/** A violation is recorded, upheld with a measure, and appealed against on its person's own page. */
export async function violation({ come, market }: Cast): Promise<void> {
  const { avow } = market().harbour;
  const who = { ...ann, email: 'violates@example.net' };
  const [accused, lawyer] = [await come(), await come()];
  await join(accused.page, who);
  await avow.registers.violations.record({
    person: (await avow.subjects.find('contact.email', who.email)) as never,
    rule: 'sell-only-what-is-yours',
    happened: Date.now() - 3_600_000,
    reason: 'The lamp was reported as stolen.',
  });
  await enterAs(lawyer.page, 'scene.legal', 'legal');
  await lawyer.visit('/console/violations', 'console-violations-some');
  await lawyer.press('table a', 'console-violation');
  await lawyer.page.click('form[action$="/take"] button');
  await lawyer.press('form[action$="/read"] button', 'console-violation-read');
  await lawyer.press('button[value=uphold]', 'console-violation-upheld');
  await lawyer.press('form[action$="/measure"] button', 'console-measure-wrong');
  await lawyer.page.fill('#what', 'listing-removed');
  await lawyer.press('form[action$="/measure"] button', 'console-measure');

  await accused.visit('/registers', 'registers-some');
  await accused.visit('/mine/safety', 'safety-violation');
  await accused.press('main .card form .button', 'appeal-wrong');
  await accused.page.fill('main .card textarea', 'It was my grandmother’s.');
  await accused.press('main .card form .button', 'appealed');
  await accused.visit('/mine/cases', 'cases');
  await accused.visit('/mine/cases/ask', 'cases-ask');
}
