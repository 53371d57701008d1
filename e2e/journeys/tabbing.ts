import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What the focus is on, by the names that a test may call it, and whether it can be seen. Runs in the page. */
const focus = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  const { id, name, value, tagName } = element;
  return {
    names: [id, name + '=' + value, element.getAttribute('href') ?? '', element.closest('main form') && tagName === 'BUTTON' ? 'button' : '', tagName === 'SUMMARY' ? 'summary' : ''],
    seen: outlineStyle !== 'none' && outlineWidth !== '0px' && bottom > 0 && top < innerHeight,
  };
})()`;

/** Tabs on to a field (by id, or name=value), a link (by how its address begins), the button of a form, or what unfolds. */
export async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab');
    const { names, seen } = (await page.evaluate(focus)) as { names: string[]; seen: boolean };
    expect([wanted, names, seen]).toEqual([wanted, names, true]);
    const isLink = wanted.startsWith('/') && names.some((name) => name.startsWith(wanted));
    if (isLink || names.includes(wanted)) return;
  }
  throw new Error(`Tab never comes to ${wanted}.`);
}

/** Tabs on to a link or a button, presses Enter, and waits for the page that follows. */
export async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, wanted);
  const before = page.waitForEvent('domcontentloaded');
  await page.keyboard.press('Enter');
  await before;
  await page.waitForLoadState();
}
