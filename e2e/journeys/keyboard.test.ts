import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ann, formOf, linkTo } from '../person.ts';
import { stage } from './stage.ts';

const { visitor } = stage();

/** Where the focus is, and whether it can be seen: an outline on the element that has it. Runs in the page. */
const focus = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  return {
    name: element.id || element.value || element.textContent.trim(),
    seen: outlineStyle !== 'none' && outlineWidth !== '0px' && bottom > 0 && top < innerHeight,
  };
})()`;

/** Tabs on until the element of that name has the focus; the focus must be seen at every step. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    const found = (await page.evaluate(focus)) as { name: string; seen: boolean };
    expect(found).toMatchObject({ seen: true });
    if (found.name === name) return;
  }
  throw new Error(`Tab never comes to ${name}.`);
}

test('an account is made by keyboard alone, and the focus is always seen', async () => {
  // Scrolling smoothly takes time, in which the focus is not in sight yet.
  const page = await visitor({ reducedMotion: 'reduce' });
  await page.goto('/join');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#text');
  for (const [field, value] of Object.entries(formOf(ann))) {
    await tabTo(page, field);
    await page.keyboard.type(value);
  }
  await tabTo(page, 'accept');
  await page.keyboard.press('Space');
  await tabTo(page, 'accept'); // the button of that value
  await page.keyboard.press('Enter');
  await page.waitForURL('**/join/sent');
  await page.goto(await linkTo(page, ann.email));
  await tabTo(page, 'password');
  await page.keyboard.type(ann.password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.answer');
  expect(await page.locator('h1').innerText()).toBe('You have joined');
});
