import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from '../browser/launch.ts';
import { type OpenMarket, openMarket } from '../market.ts';

/**
 * A page that is whole after each click: what a click leads to has begun by then, and on a busy machine may
 * have only half arrived, where a test that counts would count too little.
 */
function whole(page: Page): Page {
  const click = page.click.bind(page);
  page.click = async (...given) => {
    await click(...given);
    await page.waitForLoadState();
  };
  return page;
}

/** Opens a market and a browser for a file of tests; each visitor is a browser context of its own. */
export function stage(options: Parameters<typeof openMarket>[0] = {}) {
  let browser: Browser;
  let market: OpenMarket;
  beforeAll(async () => {
    [browser, market] = await Promise.all([launch(), openMarket(options)]);
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await market?.close();
  });

  return {
    /** Somebody comes by. Scripts are off unless a test says otherwise: no page needs one. */
    async visitor(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({
        baseURL: market.url,
        locale: 'en-GB',
        javaScriptEnabled: false,
        ...options,
      });
      return whole(await context.newPage());
    },
    market: () => market,
  };
}
