import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from '../browser/launch.ts';
import { type OpenMarket, openMarket } from '../market.ts';

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
      return context.newPage();
    },
    market: () => market,
  };
}
