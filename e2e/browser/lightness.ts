import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a page may weigh with all that it loads, compressed. */
const MOST_BYTES = 60_000;
/** How long the first paint of most pages may take, from nothing in the cache: ms. */
const MOST_MILLISECONDS = 1_000;

/**
 * Watches what a page loads, as if each were the first: nothing comes from the browser's cache. After a page is
 * there, `burdens` says in what it is heavier than it may be; after the last, `slow` says how long pages took.
 */
export async function watchLightness(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let loaded: Response[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loaded = [];
  });
  page.on('response', (response) => loaded.push(response));
  const paints: number[] = [];

  return {
    async burdens(): Promise<string[]> {
      await page.waitForLoadState();
      const found = loaded.filter((response) => ![301, 302, 303].includes(response.status()));
      const paint = Number(
        await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime"),
      );
      if (Number.isFinite(paint)) paints.push(paint);
      const { origin } = new URL(page.url());
      const strangers = found.map((each) => each.url()).filter((url) => !url.startsWith(origin));
      const weights = await Promise.all(found.map(weigh));
      const bytes = weights.reduce((sum, weight) => sum + weight, 0);
      return [
        ...strangers.map((url) => `loads from elsewhere: ${url}`),
        ...(bytes > MOST_BYTES ? [`weighs ${bytes} bytes`] : []),
        ...found.filter(isDocument).flatMap(looseness),
      ];
    },
    /** The middle one of all first paints, if it came too late. Single ones tell of the machine. */
    slow(): string[] {
      const middle = paints.toSorted((a, b) => a - b)[Math.floor(paints.length / 2)] ?? Infinity;
      return middle > MOST_MILLISECONDS ? [`the first paint takes ${Math.round(middle)} ms`] : [];
    },
  };
}

/** Compressed, as it is or could be sent: pages about somebody are sent as they are. */
async function weigh(response: Response): Promise<number> {
  return gzipSync(await response.body()).length;
}

const isDocument = (response: Response): boolean => response.request().isNavigationRequest();

/** A policy for the page's content that lets more than our own files run. */
function looseness(response: Response): string[] {
  const told = response.headers()['content-security-policy'] ?? '';
  const isStrict = told.includes("default-src 'none'") && !told.includes('unsafe');
  return isStrict ? [] : [`may run what is not ours: ${told}`];
}
