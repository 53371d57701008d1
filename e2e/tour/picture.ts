import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export const sizes = {
  wide: { width: 1200, height: 800 },
  narrow: { width: 360, height: 720 },
} as const;
export type Width = keyof typeof sizes;

/** How a page is looked at. */
export interface Look {
  readonly width: Width;
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-CN';
}

/** With a folder in `AVOW_SCREENSHOTS` a picture of each page is put there, in every combination. */
const folder = process.env['AVOW_SCREENSHOTS'];

/** Each width, each scheme and each language is looked at once, unless pictures are taken. */
const combined = { wide: ['light', 'en'], narrow: ['dark', 'zh-CN'] } as const;

/** The looks at one width. */
export function looksAt(width: Width): readonly Look[] {
  const [usual, spoken] = combined[width];
  const all = (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-CN'] as const).map((language) => ({ width, scheme, language })),
  );
  if (folder !== undefined) return all;
  return all.filter(({ scheme, language }) => scheme === usual && language === spoken);
}

/** Keeps a picture of a page, where pictures are kept. */
export async function picture(page: Page, name: string, look: Look): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const { width, scheme, language } = look;
  const path = join(folder, `${name}.${width}.${scheme}.${language}.png`);
  await page.screenshot({ path, fullPage: true });
}
