import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './launch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

test('several contexts live in one browser, apart from each other', async () => {
  const contexts = await Promise.all([browser.newContext(), browser.newContext()]);
  const [first, second] = await Promise.all(contexts.map((context) => context.newPage()));
  await first?.setContent('<title>one</title>');
  await second?.setContent('<title>two</title>');
  expect([await first?.title(), await second?.title()]).toEqual(['one', 'two']);
  await Promise.all(contexts.map((context) => context.close()));
});

test('the fonts have Chinese letters', async () => {
  const page = await browser.newPage();
  await page.setContent('<canvas></canvas>');
  const drawn = await page.evaluate(`['海', '港', '集', '市'].map((letter) => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    pen.font = '40px sans-serif';
    pen.fillText(letter, 0, 60);
    return canvas.toDataURL();
  })`);
  // A font without the letters draws the same empty box for all of them.
  expect(new Set(drawn as string[]).size).toBe(4);
  await page.close();
});

test('a content security policy is enforced', async () => {
  const page = await browser.newPage();
  await page.setContent(`<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
    <title>before</title><script>document.title = 'after'</script>`);
  expect(await page.title()).toBe('before');
  await page.close();
});
