import { policy } from '@avow/policy-market';
import { beforeAll, expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { ann, join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const DAY = 24 * 3_600_000;
const summary = { en: 'We keep accounts longer.', 'zh-CN': '账号信息的保存期限延长。' };

/** The policy with accounts kept a year longer: a major change. */
function longer() {
  const copy = structuredClone(policy);
  const { account } = copy.vocabulary.retentions;
  const retentions = {
    ...copy.vocabulary.retentions,
    account: { ...account, days: account.days + 365 },
  };
  return { ...copy, vocabulary: { ...copy.vocabulary, retentions } } as typeof policy;
}

const changes = () => market().harbour.avow.policy;
let version: Awaited<ReturnType<ReturnType<typeof changes>['announce']>>['version'];

beforeAll(async () => {
  const from = Date.now() + 31 * DAY;
  const what = { policy: longer(), summary, channels: ['banner', 'centre'] as const, from };
  ({ version } = await changes().announce(what));
});

/** Somebody who joined, and has read the banner. */
async function asked(name: string, options: Parameters<typeof visitor>[0] = {}) {
  const page = await visitor(options);
  await join(page, { ...ann, email: `${name}@example.net` });
  await page.goto('/');
  await page.click('.notice a');
  return page;
}

const banners = (page: Awaited<ReturnType<typeof visitor>>) => page.locator('.notice').count();

test('whoever accepted before is told on every page, and asked about the difference only', async () => {
  const page = await asked('told');
  expect(await page.locator('main').innerText()).toContain('395 days');
  expect(await page.locator('.because .cite').first().innerText()).toBe('7.b.3');
  const outside = await visitor();
  await outside.goto('/');
  expect(await banners(outside)).toBe(0);
});

test('accepting is answered once, and no page asks any more', async () => {
  const page = await asked('accepts');
  await page.click('button[value=accept]');
  expect(await page.locator('h1').innerText()).toBe('You are asked nothing');
  await page.goto('/');
  expect(await banners(page)).toBe(0);
  await page.goto('/mine/history');
  expect(await page.locator('.timeline').innerText()).toContain('Change of the policy');
});

test('what was allowed about it is asked again, unticked; what is ticked is renewed', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'allows@example.net' });
  await page.goto('/mine/choices');
  await page.click('#partner button[value=allow]');
  await page.goto('/mine/change');
  const box = page.locator('main input[type=checkbox]');
  expect([await box.count(), await box.isChecked()]).toEqual([1, false]);
  await box.check();
  await page.click('button[value=accept]');
  await page.goto('/mine/choices');
  expect(await page.locator('#partner .mark').first().innerText()).toBe('Allowed');
});

test('later takes the banner away until the date, and the question can still be answered', async () => {
  const page = await asked('waits');
  await page.click('button[value=later]');
  expect(await banners(page)).toBe(0);
  await page.goto('/mine/change');
  await page.click('button[value=accept]');
  expect(await page.locator('h1').innerText()).toBe('You are asked nothing');
});

test('leaving leads to where everything can be taken along and is erased', async () => {
  const page = await asked('leaves');
  await page.click('button[value=leave]');
  expect(new URL(page.url()).pathname).toBe('/mine/leave');
  await page.fill('#password', ann.password);
  await page.click('.button-grave');
  expect(await page.locator('h1').innerText()).toBe('You are erased');
});

test.each(['en-GB', 'zh-CN'])('the page can be used by everyone, in %s', async (locale) => {
  const size = { viewport: { width: 360, height: 720 } };
  const page = await asked(`reads-${locale.toLowerCase()}`, {
    ...size,
    locale,
    javaScriptEnabled: true,
  });
  expect(await obstacles(page)).toEqual([]);
  await page.focus('button[value=later]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mine');
  await page.goto('/policy/versions');
  expect(await obstacles(page)).toEqual([]);
  const pictures = process.env['AVOW_SCREENSHOTS'];
  if (pictures === undefined) return;
  await page.screenshot({ path: `${pictures}/versions.${locale}.png`, fullPage: true });
  await page.goto('/mine/change');
  await page.screenshot({ path: `${pictures}/change.${locale}.png`, fullPage: true });
});

test('an answer about a version that was taken back is refused, and nobody is asked', async () => {
  const page = await asked('slow');
  await changes().withdraw({ version });
  await page.click('button[value=accept]');
  expect(await page.locator('h1').innerText()).toBe('You are asked nothing');
  await page.goto('/');
  expect(await banners(page)).toBe(0);
});
