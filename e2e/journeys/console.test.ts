import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keyPair } from '../../packages/console/test/place.ts';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { stage } from './stage.ts';
import { press, tabTo } from './tabbing.ts';

const { visitor, market } = stage();

const looks = [
  { language: 'en', size: { width: 1200, height: 800 } },
  { language: 'zh-CN', size: { width: 360, height: 720 } },
] as const;

const heading = (page: Page) => page.locator('h1').innerText();

test.each(looks)(
  'an administrator engages a carrier, adds a key, suspends, ends, and sees the duty, by keyboard alone, in $language',
  async ({ language, size }) => {
    const page = await visitor({
      locale: language,
      viewport: size,
      // Scrolling smoothly takes time, in which the focus is not in sight yet.
      reducedMotion: 'reduce',
      javaScriptEnabled: true, // for axe, which waits by timers
    });
    const party = `courier-${language.toLowerCase()}`;
    const stored = async () => market().harbour.avow.parties.get(party as never);
    await enterAs(page, `console.${language.toLowerCase()}`, 'administrator');
    await page.goto('/console/parties');
    await press(page, '/console/parties/engage');
    await press(page, '/console/parties/engage?as=servicePartner');
    await tabTo(page, 'party');
    await page.keyboard.type(party);
    await tabTo(page, 'purposes');
    await page.keyboard.press('Space');
    for (const category of ['contact.name', 'contact.address']) {
      await tabTo(page, `categories=${category}`);
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'country');
    for (let steps = 0; (await page.inputValue('#country')) !== 'CN' && steps < 250; steps += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await press(page, 'button');
    expect(await heading(page)).toBe(party);
    expect(await obstacles(page)).toEqual([]);
    expect((await stored())?.engagements).toMatchObject([
      { as: 'servicePartner', categories: ['contact.address', 'contact.name'], country: 'CN' },
    ]);

    await press(page, `/console/parties/key?party=${party}`);
    await tabTo(page, 'jwk');
    await page.keyboard.insertText(JSON.stringify(keyPair().publicJwk));
    await press(page, 'button');
    expect((await stored())?.keys).toHaveLength(1);

    await press(page, `/console/parties/suspend?party=${party}`);
    await press(page, 'button');
    expect((await stored())?.state).toBe('suspended');
    // Once, and as news; the mark beside the way back says the state.
    const status = page.locator('[role=status]');
    expect(await status.evaluateAll((all) => all.map(({ className }) => className))).toEqual([
      'verdict verdict-failed',
    ]);
    expect(await page.locator('.mark-no').count()).toBe(1);
    expect(await obstacles(page)).toEqual([]);

    await press(page, '/console/parties/end');
    await press(page, 'button');
    expect(await obstacles(page)).toEqual([]);
    // On a phone the rooms are folded away.
    if (await page.isVisible('.rooms summary')) {
      await tabTo(page, 'summary');
      await page.keyboard.press('Enter');
    }
    await press(page, '/console/duties');
    expect(await page.locator('.table').innerText()).toContain(party);
    expect(await obstacles(page)).toEqual([]);
    expect((await stored())?.duties).toMatchObject([{ state: 'due' }]);
  },
);

test('whoever works here in another role is told for whom a page is; a visitor comes to the way in', async () => {
  const page = await visitor();
  await page.goto('/console/duties');
  expect(new URL(page.url()).pathname).toBe('/staff/login');
  await enterAs(page, 'help.desk', 'support');
  await page.goto('/console');
  expect(await page.locator('.rooms').innerText()).not.toContain('Parties');
  await page.goto('/console/parties');
  expect(await heading(page)).toBe('Not for your role');
  expect(await page.locator('main').innerText()).toContain('administration');
});
