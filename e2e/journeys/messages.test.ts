import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { ann, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const shelf = 'section[aria-labelledby=for-you]';

const pictures = process.env['AVOW_SCREENSHOTS'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  for (const [width, colorScheme] of [
    [1200, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const path = `${pictures}/messages-${name}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
  }
}

/** What a page puts in the way of people, found by a script in a browser that is otherwise the same. */
async function obstaclesOn(page: Page): Promise<unknown[]> {
  const storageState = await page.context().storageState();
  const other = await visitor({ javaScriptEnabled: true, reducedMotion: 'reduce', storageState });
  await other.goto(page.url());
  return obstacles(other);
}

/** Looks at a thing of this picture, and has what was seen taken in. */
async function look(page: Page, thing: string): Promise<string> {
  await page.goto('/');
  await page.click(`.shelf a:has(img[src*="/${thing}."])`);
  const { avow } = market().harbour;
  await avow.visits.settled();
  await avow.interests.deriveAll();
  return page.locator('h1').innerText();
}

test('a shelf by what one looked at, each thing with its reason; one click, and it is gone', async () => {
  const stranger = await visitor();
  await look(stranger, 'lamp');
  await stranger.goto('/');
  expect(await stranger.locator(shelf).count()).toBe(0);

  const page = await visitor();
  await login(page, 'ines');
  const thing = await look(page, 'lamp');
  await page.goto('/');
  const chosen = await page.locator(`${shelf} .shelf li`).allInnerTexts();
  expect(chosen).toHaveLength(1);
  expect(chosen[0]).toContain(`because you looked at “${thing}”`);
  expect(await page.locator(`${shelf} .cite`).innerText()).toBe('2.c.4');
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'shelf');
  await page.goto('/?lang=zh-CN');
  expect(await page.locator(shelf).innerText()).toContain('因为您看过');
  await picture(page, 'shelf-zh');
  await page.goto('/?lang=en');

  // What was searched for stands behind none of it.
  await page.goto('/?q=guitar');
  await market().harbour.avow.visits.settled();
  await market().harbour.avow.interests.deriveAll();

  await page.goto('/');
  await page.click(`${shelf} a:has-text("and why")`);
  const kept = await page.locator('section.card h2').allInnerTexts();
  expect(kept).toEqual(['Lamps and chairs']);
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'interests');
  await page.click('button[value=remove]');
  expect(await page.locator('section.card').count()).toBe(0);
  await page.goto('/');
  expect(await page.locator(shelf).count()).toBe(0);
  await page.goto('/mine/interests');
  await page.click('button[value=allow]');
  await look(page, 'chair');
  await page.goto('/');
  expect(await page.locator(`${shelf} .shelf li`).count()).toBe(0);
  await look(page, 'teapot');
  await page.goto('/');
  expect(await page.locator(`${shelf} .shelf li`).count()).toBe(1);

  await page.click(`${shelf} form button`);
  expect(await page.locator(shelf).count()).toBe(0);
  await look(page, 'camera');
  await page.goto('/');
  expect(await page.locator(shelf).count()).toBe(0);
  // The same answer stands in the centre, where it can be taken back.
  await page.goto('/mine/choices');
  const matter = page.locator('.matter:has(h2:has-text("Things chosen for you"))');
  expect(await matter.locator('.because .cite, .mark').count()).toBeGreaterThan(0);
  await picture(page, 'choices');
});

test('a campaign, and a link in it that works for whoever is signed out', async () => {
  const { avow, inbox } = market().harbour;
  await join(await visitor(), ann);
  const texts = {
    en: { subject: 'Lamps at the harbour', text: 'New lamps have come in.' },
    'zh-CN': { subject: '海港新到灯具', text: '新到一批灯具。' },
  };
  await avow.campaigns.create({ texts });
  await avow.campaigns.send();
  const letter = inbox?.received.find(
    ({ to, subject }) => to === ann.email && subject === texts.en.subject,
  );
  expect(letter?.text).toContain('You get this because');
  const link = letter?.unsubscribe ?? '';
  expect(link).not.toMatch(/ann|example\.net/);

  const page = await visitor();
  await page.goto(link);
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'unsubscribe');
  const second = await avow.campaigns.create({ texts });
  await page.click('main form button');
  expect(await page.locator('[role=status]').innerText()).toContain('no more');
  expect(await page.locator('.cite').innerText()).toBe('2.c.5');
  await picture(page, 'unsubscribed');
  await avow.campaigns.send();
  const { mail } = await avow.campaigns.progress(second);
  expect(mail.refused).toMatchObject({ '2.c.5': 1 });
  expect(
    inbox?.received.filter(({ to, subject }) => to === ann.email && subject === texts.en.subject),
  ).toHaveLength(1);
  await page.goto(`${link.split('?')[0]}x`);
  expect(await page.locator('h1').innerText()).toBe('This link leads to nobody');
});
