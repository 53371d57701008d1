import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { obstacles } from '../../../e2e/browser/accessible.ts';
import { launch } from '../../../e2e/browser/launch.ts';
import { open } from './open.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const phone = { width: 360, height: 800 };
const desk = { width: 1280, height: 900 };

// What the market shows as well is on its tour (e2e/tour). Every width and colour scheme is met by some page.
const visits = [
  ['/policy?lang=zh-CN', 'dark', desk],
  ['/bases', 'dark', phone],
  ['/docs/operate', 'light', desk],
  ['/docs/api', 'light', phone],
  ['/docs/api/acts', 'dark', phone],
  ['/nowhere', 'dark', phone],
] as const;

it('every page can be used by everybody', { timeout: 120_000 }, async () => {
  const { server } = await open();
  const { url, stop } = await server.listen({ port: 0 });
  for (const [path, colorScheme, viewport] of visits) {
    // The policy of our pages keeps scripts out, and with them the one that looks for obstacles.
    const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(url + path);
    expect([path, await obstacles(page)]).toEqual([path, []]);
    await context.close();
  }
  await stop();
});
