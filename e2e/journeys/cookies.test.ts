import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { ann, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).sort();
const ask = '[data-avow=ask]';
const scripts = { javaScriptEnabled: true, reducedMotion: 'reduce' } as const;

/** How the two answers look and where they lie. Runs in the page. */
const weights = `[...document.querySelectorAll('${ask} > form button')].map((button) => {
  const { width, height, top } = button.getBoundingClientRect();
  const { color, backgroundColor, font, border } = getComputedStyle(button);
  const { position } = getComputedStyle(button.closest('section'));
  return { width, height, top, color, backgroundColor, font, border, isSticky: position !== 'static' };
})`;

/** Looks at something on offer. */
async function look(page: Page, nth = 0): Promise<void> {
  await page.goto('/');
  await page.click(`.shelf a >> nth=${nth}`);
  await page.waitForSelector('.thing');
}

const pictures = process.env['AVOW_SCREENSHOTS'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/cookies-${name}.png`, fullPage: true });
}

test('reject all, and nothing is set; accept, and it is; withdraw, and it is gone', async () => {
  const page = await visitor();
  await page.goto('/');
  await page.click(`${ask} button[value=reject]`);
  expect(await page.locator('.avow-said').innerText()).toContain('Rejected');
  for (const path of ['/', '/?q=blue', '/login', '/join', '/policy', '/cookies']) {
    await page.goto(path);
    expect([path, await names(page)]).toEqual([path, []]);
  }
  await look(page);
  expect(await names(page)).toEqual([]);

  await page.click(`${ask} button[value=accept]`);
  expect(await page.locator('.avow-said').innerText()).toContain('Accepted');
  expect(await names(page)).toEqual(['market_choice']);
  await look(page);
  await look(page, 1);
  expect(await names(page)).toEqual(['market_choice', 'market_seen']);
  const [, seen] = await page.context().cookies();
  expect(seen).toMatchObject({ httpOnly: true, path: '/' });
  await page.goto('/');
  expect(await page.locator('section[aria-labelledby=seen] .shelf li').count()).toBe(2);
  expect(await page.locator('section[aria-labelledby=seen] .cite').innerText()).toBe('5.c.1');
  expect(await page.locator(ask).count()).toBe(0);
  await picture(page, 'seen');

  // In the same place, from the foot of any page.
  await page.click('footer a:has-text("Cookies")');
  await page.click('[data-avow=choice] button:has-text("Withdraw")');
  expect(await page.locator('.avow-said').innerText()).toContain('Rejected');
  expect(await names(page)).toEqual([]);
  await page.goto('/');
  expect(await page.locator('section[aria-labelledby=seen]').count()).toBe(0);
});

test('with scripts, the server has been told by the time the page says so', async () => {
  const page = await visitor(scripts);
  await page.goto('/');
  await page.click(`${ask} button[value=accept]`);
  await page.waitForSelector('.avow-said');
  expect(await names(page)).toEqual(['market_choice']);
  expect(await page.evaluate('document.activeElement.className')).toBe('avow-said');
  await look(page);
  expect(await page.locator(ask).count()).toBe(0);
  expect(await names(page)).toEqual(['market_choice', 'market_seen']);
});

test('with scripts, a no is not asked about again in this tab, and kept nowhere else', async () => {
  const page = await visitor(scripts);
  await page.goto('/');
  await page.click(`${ask} button[value=reject]`);
  await page.waitForSelector('.avow-said');
  await look(page);
  await page.waitForSelector(ask, { state: 'detached' });
  expect(await names(page)).toEqual([]);
  expect(await page.evaluate('localStorage.length')).toBe(0);
});

test('accept and reject weigh the same, stand first, and trap nobody', async () => {
  const page = await visitor(scripts);
  await page.goto('/');
  const styles = (await page.evaluate(weights)) as unknown[];
  expect(styles).toHaveLength(2);
  expect(styles[0]).toEqual(styles[1]);
  expect(styles[0]).toMatchObject({ isSticky: false });
  const place = `(({ previousElementSibling: before, ariaLabel: label }) => ({ before: before.className, label }))(document.querySelector('${ask}'))`;
  expect(await page.evaluate(place)).toEqual({ before: 'skip', label: 'Cookies' });
  expect(await obstacles(page)).toEqual([]);

  // By keyboard alone: past the skip link, accept and reject follow each other, and the page follows them.
  const focused = () =>
    page.evaluate('document.activeElement.value || document.activeElement.textContent.trim()');
  const steps: unknown[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab');
    steps.push(await focused());
  }
  expect(steps.slice(1)).toEqual(['accept', 'reject', 'Choose one by one', 'Harbour Market']);
});

test('the preferences are a real dialog, nothing is ticked, and closing it says nothing', async () => {
  const page = await visitor(scripts);
  await page.goto('/');
  await page.focus('[data-avow=each]');
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog[open]');
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
  expect(await dialog.locator('input:checked').count()).toBe(0);
  expect(await obstacles(page)).toEqual([]);
  await picture(page, 'dialog');
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await page.mouse.wheel(0, 2000);
  await look(page);
  expect(await names(page)).toEqual([]);
  expect(await page.locator(ask).count()).toBe(1);

  await page.click('[data-avow=each]');
  await page.keyboard.press('Tab');
  await page.locator('dialog[open] input[type=checkbox]').focus();
  await page.keyboard.press('Space');
  await page.locator('dialog[open] button[value=choose]').focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.avow-said');
  expect(await names(page)).toEqual(['market_choice']);
});

test('Sec-GPC: 1 is a no that nobody is asked about, until the person says otherwise', async () => {
  const page = await visitor({ extraHTTPHeaders: { 'sec-gpc': '1' } });
  await look(page);
  expect(await page.locator(ask).count()).toBe(0);
  await page.goto('/cookies');
  expect(await page.locator('[data-avow=choice]').innerText()).toContain('Global Privacy Control');
  await page.click('[data-avow=choice] button[value=accept]');
  await look(page);
  expect(await names(page)).toEqual(['market_choice', 'market_seen']);
  await page.goto('/cookies');
  expect(await page.locator('[data-avow=choice]').innerText()).toContain('goes before it');
  const { gpc } = (await (await fetch(`${market().url}/.well-known/gpc.json`)).json()) as {
    gpc: boolean;
  };
  expect(gpc).toBe(true);
});

test('somebody with an account chooses under it, and needs no cookie for it', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'cookie-ann@example.net' });
  await page.goto('/');
  await page.click(`${ask} button[value=accept]`);
  await look(page);
  expect(await names(page)).toEqual(['market_seen', 'market_session']);
  await page.goto('/cookies');
  await page.click('[data-avow=choice] button:has-text("Withdraw")');
  expect(await names(page)).toEqual(['market_session']);
  await page.goto('/');
  expect(await page.locator(ask).count()).toBe(0);
});

test('a browser that keeps no cookie is found on its return, told, and put in no loop', async () => {
  const page = await visitor();
  // What a browser that blocks cookies does: it follows the answer and keeps nothing of it.
  await page.route('**/login', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await page.context().clearCookies();
    const { 'set-cookie': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await login(page, 'yuehan');
  expect(await page.locator('h1').innerText()).toBe('You are not logged in');
  expect(await page.locator('.because .cite').first().innerText()).toBe('5.b.3');
  const { subjects } = market().harbour.avow;
  const person = await subjects.find('contact.email', 'yuehan@harbour.example');
  expect((await subjects.browserFound(person!)).blocksCookies).toBe(true);
  await page.unroute('**/login');
  await login(page, 'yuehan');
  expect(await names(page)).toEqual(['market_session']);
});

test.each([
  { locale: 'en-GB', width: 1200, colorScheme: 'light' },
  { locale: 'zh-CN', width: 360, colorScheme: 'dark' },
  { locale: 'en-GB', width: 360, colorScheme: 'light' },
  { locale: 'zh-CN', width: 1200, colorScheme: 'dark' },
] as const)('everybody can use it: $locale, $width, $colorScheme', async (look) => {
  const { locale, width, colorScheme } = look;
  const page = await visitor({
    ...scripts,
    locale,
    colorScheme,
    viewport: { width, height: 760 },
  });
  for (const [path, name] of [
    ['/', 'front'],
    ['/cookies', 'page'],
  ] as const) {
    await page.goto(path);
    expect(await obstacles(page)).toEqual([]);
    await picture(page, `${name}.${width}.${colorScheme}.${locale}`);
  }
});
