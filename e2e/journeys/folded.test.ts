import { expect, test } from 'vitest';
import { enterAs } from '../operator.ts';
import { stage } from './stage.ts';
import { press, tabTo } from './tabbing.ts';

const { visitor } = stage();

test('the ways of the documentation are one line on a phone, opened by keyboard, and two lines where there is room', async () => {
  const page = await visitor({ viewport: { width: 390, height: 800 }, reducedMotion: 'reduce' });
  await page.goto('/docs');
  const ways = page.locator('.rooms-line');
  expect((await ways.boundingBox())?.height).toBeLessThan(60);
  expect(await ways.locator('summary').innerText()).toMatch(/Documentation\s+Overview/);
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await press(page, '/docs/guides');
  expect(await page.locator('.rooms-line summary').innerText()).toMatch(/Documentation\s+Guides/);

  await page.setViewportSize({ width: 1200, height: 800 });
  expect(await page.isVisible('.rooms-line summary')).toBe(false);
  const lines = await page.locator('.rooms-line ul').all();
  expect(lines).toHaveLength(2);
  for (const line of lines) expect((await line.boundingBox())?.height).toBeLessThan(60);
  expect(await page.locator('.rooms-line [aria-current]').allInnerTexts()).toEqual([
    'Documentation',
    'Guides',
  ]);
});

test('an operator who came to an address that leads nowhere has the rooms beside them', async () => {
  const page = await visitor();
  await page.goto('/console/nowhere');
  expect(await page.locator('.rooms').count()).toBe(0);
  await enterAs(page, 'lost.operator', 'administrator');
  await page.goto('/console/nowhere');
  expect(await page.locator('.rooms-rail a[href*="/console/parties"]').isVisible()).toBe(true);
});
