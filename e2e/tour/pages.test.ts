import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { watchLightness } from '../browser/lightness.ts';
import { stage } from '../journeys/stage.ts';
import { openMarket } from '../market.ts';
import { tour } from './tour.ts';

const { visitor } = stage();

/**
 * Each width, each scheme and each language is looked at once. With a folder in `AVOW_SCREENSHOTS`
 * every combination is, and a picture of each page is put there.
 */
const pictures = process.env['AVOW_SCREENSHOTS'];
const all = ['wide', 'narrow'].flatMap((width) =>
  ['light', 'dark'].flatMap((scheme) =>
    ['en', 'zh-CN'].map((language) => ({ width, scheme, language }) as Look),
  ),
);

interface Look {
  readonly width: 'wide' | 'narrow';
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
}

const looks: readonly Look[] =
  pictures === undefined
    ? all.filter(
        ({ width, scheme, language }) =>
          (width === 'wide') === (scheme === 'light') && (width === 'wide') === (language === 'en'),
      )
    : all;

const sizes = { wide: { width: 1200, height: 800 }, narrow: { width: 360, height: 720 } } as const;

test.each(looks)(
  'every page, $width and $scheme, in $language',
  async (look) => {
    const market = await openMarket();
    const page = await visitor({
      baseURL: market.url,
      locale: look.language,
      colorScheme: look.scheme,
      viewport: sizes[look.width],
      reducedMotion: 'reduce',
      javaScriptEnabled: true, // for axe, which waits by timers
    });
    const found: string[] = [];
    const lightness = await watchLightness(page);
    await tour(page, look.language, async (name) => {
      found.push(...(await lightness.burdens()).map((burden) => `${name}: ${burden}`));
      found.push(...(await obstacles(page)).map((obstacle) => `${name}: ${obstacle}`));
      found.push(...(await wrongLanguage(page, look)).map((said) => `${name}: ${said}`));
      if (pictures !== undefined) await picture(page, pictures, name, look);
    });
    found.push(...lightness.slow());
    await page.close();
    await market.close();
    expect(found).toEqual([]);
  },
  240_000,
);

/** A page in a language other than the reader's. */
async function wrongLanguage(page: Page, { language }: Look): Promise<string[]> {
  const said = await page.locator('html').getAttribute('lang');
  return said === language ? [] : [`is in ${said}`];
}

async function picture(page: Page, folder: string, name: string, look: Look): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { width, scheme, language } = look;
  const path = join(folder, `${name}.${width}.${scheme}.${language}.png`);
  await page.screenshot({ path, fullPage: true });
}
