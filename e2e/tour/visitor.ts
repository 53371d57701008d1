import type { Page } from 'playwright-core';
import { obstacles } from '../browser/accessible.ts';
import { watchLightness } from '../browser/lightness.ts';
import { type Look, picture } from './picture.ts';

/** Called at a page, with a name for it. */
export type Stop = (name: string) => Promise<void>;
/** Goes to an address, or presses what a selector finds, and stops there. */
export type Visit = (to: string, name: string) => Promise<void>;

/** Somebody who looks at pages, and says what is wrong with each. */
export interface Visitor {
  readonly page: Page;
  readonly stop: Stop;
  readonly visit: Visit;
  readonly press: Visit;
  /** What was wrong with the pages so far, each with its name. */
  found(): readonly string[];
  /** How long its pages took to be seen, if that is too long. Of a few pages it tells nothing. */
  slow(): readonly string[];
}

/** Watches a page on behalf of whoever leads it about. */
export async function watched(page: Page, look: Look): Promise<Visitor> {
  const found: string[] = [];
  const lightness = await watchLightness(page);
  const stop = async (name: string) => {
    const burdens = [
      ...(await lightness.burdens()),
      ...(await obstacles(page)),
      ...(await wrongLanguage(page, look)),
      ...(await foreignStops(page, look)),
    ];
    found.push(...burdens.map((burden) => `${name}: ${burden}`));
    await picture(page, name, look);
  };
  return {
    page,
    stop,
    async visit(path, name) {
      await page.goto(path);
      await stop(name);
    },
    async press(selector, name) {
      await page.click(selector);
      await stop(name);
    },
    found: () => found,
    slow: lightness.slow,
  };
}

/** Marks of another script behind Chinese words or times, where a template ends a sentence for every language. */
async function foreignStops(page: Page, { language }: Look): Promise<string[]> {
  if (language !== 'zh-CN') return [];
  const said = await page.locator('main').innerText();
  const ends = said.match(/.{0,12}(?:[\u4e00-\u9fff]|UTC)(?:[,;:?!]|\.(?=\s|$))/gmu) ?? [];
  return ends.map((end) => `ends as English does: ${end}`);
}

/** A page in a language other than the reader's. */
async function wrongLanguage(page: Page, { language }: Look): Promise<string[]> {
  const said = await page.locator('html').getAttribute('lang');
  return said === language ? [] : [`is in ${said}`];
}
