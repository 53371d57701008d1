import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { watchLightness } from '../browser/lightness.ts';
import { stage } from '../journeys/stage.ts';
import { tour } from './tour.ts';

const sizes = { wide: { width: 1200, height: 800 }, narrow: { width: 360, height: 720 } } as const;
type Width = keyof typeof sizes;

interface Look {
  readonly width: Width;
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
}

/** With a folder in `AVOW_SCREENSHOTS` a picture of each page is put there, in every combination. */
const pictures = process.env['AVOW_SCREENSHOTS'];

/** Each width, each scheme and each language is looked at once, unless pictures are taken. */
const combined = { wide: ['light', 'en'], narrow: ['dark', 'zh-CN'] } as const;

function looksAt(width: Width): readonly Look[] {
  const [usual, spoken] = combined[width];
  const all = (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  );
  if (pictures !== undefined) return all;
  return all.filter(({ scheme, language }) => scheme === usual && language === spoken);
}

/** Tests of every page at one width. The two widths are files of their own, so that they run at the same time. */
export function lookAt(width: Width): void {
  describe.each(looksAt(width))('every page, $width and $scheme, in $language', (look) => {
    const { visitor } = stage();
    test('is light, and can be used by everybody', { timeout: 600_000 }, async () => {
      const page = await visitor({
        locale: look.language,
        colorScheme: look.scheme,
        viewport: sizes[width],
        reducedMotion: 'reduce',
        javaScriptEnabled: true, // for axe, which waits by timers
      });
      expect(await burdensOf(page, look)).toEqual([]);
    });
  });
}

/** What is wrong with the pages of the tour, each with the name of its page. */
async function burdensOf(page: Page, look: Look): Promise<readonly string[]> {
  const found: string[] = [];
  const lightness = await watchLightness(page);
  await tour(page, look.language, async (name) => {
    const burdens = [
      ...(await lightness.burdens()),
      ...(await obstacles(page)),
      ...(await wrongLanguage(page, look)),
    ];
    found.push(...burdens.map((burden) => `${name}: ${burden}`));
    if (pictures !== undefined) await picture(page, pictures, name, look);
  });
  return [...found, ...lightness.slow()];
}

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
