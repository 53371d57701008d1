import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../../e2e/browser/launch.ts';
import { handOver, mei, party, startPlatform } from './served.ts';
import { opening, refusing } from './vectors.ts';

/** The kit and what the tests ask of it, as one script for a page. */
async function script(): Promise<string> {
  const input = new URL('page/entry.ts', import.meta.url).pathname;
  const bundled = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await bundled.generate({ format: 'esm' });
  await bundled.close();
  return output[0].code;
}

let browser: Browser;
let page: Page;
let platform: Awaited<ReturnType<typeof startPlatform>>;

beforeAll(async () => {
  const [code, launched, started] = await Promise.all([script(), launch(), startPlatform()]);
  [browser, platform] = [launched, started];
  page = await browser.newPage();
  // A page of the platform's own origin, as a proxy of the partner's would make it.
  await page.route('**/desk/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({
          contentType: 'text/html',
          body: '<script type="module" src="/desk/kit.js"></script>',
        }),
  );
  await page.goto(`${platform.url}/desk/page`);
  await page.waitForFunction('globalThis.opened');
});

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

describe('the kit, in a browser', () => {
  it('opens and refuses what it opens and refuses in Node', async () => {
    for (const { shows, given, found } of [...opening, ...refusing]) {
      const asked = `globalThis.opened(${JSON.stringify(given)})`;
      expect([shows, await page.evaluate(asked)]).toEqual([shows, found]);
    }
  });

  it('opens at a server, with keys that no script can read, kept in IndexedDB', async () => {
    const { url: server, log, ask, knows } = platform;
    await knows(await page.evaluate('globalThis.makeKeys()'));
    const { jwe } = await handOver(ask, 'order-1');
    const asked = JSON.stringify({ server, log, party, jwe });
    const { 'contact.phone': _, ...values } = mei;
    expect(await page.evaluate(`globalThis.openKept(${asked})`)).toEqual({
      values,
      after: 'AVOW_PARTNER_EXPIRED',
      read: ['InvalidAccessError', 'InvalidAccessError'],
    });
  });
});
