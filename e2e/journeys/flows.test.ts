import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor } = stage();

const isSeen = (page: Page, selector: string) => page.locator(selector).first().isVisible();

test('where my data went is a picture on a wide page, and rows on a phone that lead to the records', async () => {
  const page = await visitor({ viewport: { width: 390, height: 800 } });
  await join(page);
  await page.goto('/mine/flows?of=all');
  expect(await isSeen(page, '.flow-rows')).toBe(true);
  for (const wide of ['.picture-frame', '.flows-told', '.picture ~ .table']) {
    expect(await isSeen(page, wide), wide).toBe(false);
  }
  const reach = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(reach).toBeLessThanOrEqual(390);
  for (const link of await page.locator('.flow-rows a').all()) {
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }

  const contact = page.locator('.flow-category a', { hasText: 'Contact details' }).first();
  await contact.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/mine\/history\?.*category=contact/);
  expect(await page.locator('.timeline > li').count()).toBeGreaterThan(0);

  await page.setViewportSize({ width: 1200, height: 800 });
  await page.goto('/mine/flows?of=all');
  for (const wide of ['.picture-frame', '.flows-told', '.picture ~ .table']) {
    expect(await isSeen(page, wide), wide).toBe(true);
  }
  expect(await isSeen(page, '.flow-rows')).toBe(false);
});

test('the console has the same rows of everybody, and they lead to a sentence’s months', async () => {
  const page = await visitor({
    viewport: { width: 390, height: 800 },
    javaScriptEnabled: true, // for axe, which waits by timers
  });
  await enterAs(page, 'flow.watcher', 'administrator');
  await page.goto('/console/flows?of=all');
  expect(await isSeen(page, '.picture-frame')).toBe(false);
  expect(await isSeen(page, '.flow-rows')).toBe(true);
  expect(await obstacles(page)).toEqual([]);
  await page.click('.flow-sentence a >> nth=0');
  expect(page.url()).toContain('/console/flows/one?sentence=');
});
