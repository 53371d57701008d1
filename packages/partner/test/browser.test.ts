import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../../e2e/browser/launch.ts';
import { opening, refusing } from './vectors.ts';

/** The kit and the opening of vectors, as one script for a page. */
async function script(): Promise<string> {
  const input = new URL('page/entry.ts', import.meta.url).pathname;
  const bundled = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await bundled.generate({ format: 'esm' });
  await bundled.close();
  return output[0].code;
}

let browser: Browser;
let page: Page;
let close: () => void;

beforeAll(async () => {
  const code = await script();
  const server = createServer(({ url }, response) => {
    const isScript = url === '/script.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? code : '<script type="module" src="/script.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close();
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('globalThis.opened');
});

afterAll(async () => {
  await browser?.close();
  close?.();
});

describe('the kit, in a browser', () => {
  it('opens and refuses what it opens and refuses in Node', async () => {
    for (const { shows, given, found } of [...opening, ...refusing]) {
      const asked = `globalThis.opened(${JSON.stringify(given)})`;
      expect([shows, await page.evaluate(asked)]).toEqual([shows, found]);
    }
  });

  it('opens and signs with keys that no script can read, kept in IndexedDB', async () => {
    expect(await page.evaluate('globalThis.keepsKeys()')).toEqual({
      opened: 'what was granted',
      signed: 'ES256',
      read: ['InvalidAccessError', 'InvalidAccessError'],
    });
  });
});
