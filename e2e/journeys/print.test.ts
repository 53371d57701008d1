import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor } = stage();

/** As wide as what is printed of a sheet of A4. */
const sheet = { width: 670, height: 950 };

/** What reaches over the edge of the sheet, or could only be read by scrolling. */
const hidden = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((one) => one.checkVisibility() && !one.closest('svg, .unseen'))
    .filter((one) => one.getBoundingClientRect().right > ${sheet.width + 1} ||
      (['PRE', 'TEXTAREA', 'DIV'].includes(one.tagName) && getComputedStyle(one).overflow !== 'visible' &&
        (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)))
    .map((one) => one.tagName + '.' + one.className)`);

test('what is printed is whole, and has nothing on it that can only be pressed', async () => {
  const page = await visitor({ viewport: sheet });
  await join(page);
  await page.goto('/');
  await page.click('.shelf a');
  await page.click('main form .button');
  const order = page.url();
  await page.goto('/mine/history?kind=use&category=contact');
  const entry = await page.locator('.timeline .small a:not(.cite)').first().getAttribute('href');
  await page.emulateMedia({ media: 'print' });
  const paths = ['/mine', '/mine/history', '/mine/take', '/mine/receipt', '/mine/flows?of=all'];
  const more = ['/policy/promises/3.f.2:1', '/docs/operate', '/clauses', entry ?? '', order];
  for (const path of [...paths, ...more]) {
    await page.goto(path);
    expect([path, await hidden(page)]).toEqual([path, []]);
    for (const pressed of ['.button', '.acts', '.rooms', '.timeline .small > a:not(.cite)']) {
      const seen = await page.locator(`main ${pressed}`).filter({ visible: true }).count();
      expect([path, pressed, seen]).toEqual([path, pressed, 0]);
    }
  }
  await page.goto(order);
  expect(await page.locator('h2', { hasText: 'What you can do' }).isVisible()).toBe(false);
  await page.goto('/policy/promises/3.f.2:1');
  expect(await page.locator('.formula p').isVisible()).toBe(true);
});
