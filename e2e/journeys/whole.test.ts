import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { codeOf } from '../../packages/accounts/test/authenticator.ts';
import { longer } from '../../packages/avow/test/versions.ts';
import { obstacles } from '../browser/accessible.ts';
import { ann, answerOn, apply, enter, formOf, linkTo } from '../person.ts';
import { secretOn } from '../tour/accounts.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();
const DAY = 24 * 3_600_000;

beforeAll(async () => {
  const summary = { en: 'We keep accounts longer.', 'zh-CN': '账号信息的保存期限延长。' };
  const from = Date.now() + 31 * DAY;
  const channels = ['page', 'banner', 'centre'] as const;
  await market().harbour.avow.policy.announce({
    policy: longer('account'),
    summary,
    channels,
    from,
  });
});

const readers = [
  { locale: 'en-GB', lang: 'en', width: 1_200, javaScriptEnabled: true },
  { locale: 'zh-CN', lang: 'zh-CN', width: 360, javaScriptEnabled: true },
  { locale: 'en-GB', lang: 'en', width: 360, javaScriptEnabled: false },
] as const;

const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name);

// From the first look to the last of somebody's data, as the people's side of the policy has it.
test.each(readers)(
  'a whole life at the market, read in $locale at $width px, scripts $javaScriptEnabled',
  async (reader) => {
    const { locale, lang, width, javaScriptEnabled } = reader;
    const viewport = { width, height: 800 };
    const page = await visitor({ locale, viewport, javaScriptEnabled, reducedMotion: 'reduce' });
    const who = { ...ann, email: `whole-${lang}-${width}@example.net`.toLowerCase() };
    // What looks for obstacles is a script itself.
    const isClear = async () =>
      javaScriptEnabled && expect([page.url(), await obstacles(page)]).toEqual([page.url(), []]);

    // First visit: a no, and everything that needs no cookie works without one.
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await isClear();
    await page.click('[data-avow=ask] button[value=reject]');
    await page.waitForSelector('.avow-said');
    await page.goto('/?q=a');
    await page.click('.shelf a >> nth=0');
    await page.goto('/policy#5.b.1');
    expect(await names(page)).toEqual([]);

    // Logging in says which one cookie it needs. Nobody has this address yet.
    await page.goto('/login');
    expect(await page.locator('main').innerText()).toContain('market_session');
    await enter(page, who.email, who.password);
    expect(await names(page)).toEqual([]);

    // Joining, with an acceptance of its own; confirmed by mail; in, with that cookie and no other.
    await page.goto('/join');
    expect(await page.isChecked('#accept')).toBe(false);
    await isClear();
    await apply(page, formOf(who));
    await page.goto(await linkTo(page, who.email));
    await page.fill('#password', who.password);
    await page.click('main form .button');
    expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: '1.a.1' });
    expect(await names(page)).toEqual(['market_session']);

    // A second factor.
    await page.goto('/account/second-factor');
    await page.fill('#password', who.password);
    await page.click('main form .button');
    await page.fill('#code', codeOf(await secretOn(page)));
    await page.click('main form .button');
    expect(await page.locator('.done').count()).toBe(1);

    // The policy changes: told on every page, answered once.
    await page.goto('/');
    await page.click('.notice a');
    expect(await page.locator('.because .cite').first().innerText()).toBe('7.b.3');
    await isClear();
    await page.click('button[value=accept]');
    await page.goto('/');
    expect(await page.locator('.notice').count()).toBe(0);

    // Something allowed, and everything taken back.
    await page.goto('/mine/choices');
    await page.click('#partner button[value=allow]');
    await page.click('#partner button[value=withdraw]');
    expect(await page.locator('#partner button[value=allow]').count()).toBe(1);
    await isClear();

    // A copy, with the address in it.
    await page.goto('/mine/take');
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button[value=csv]'),
    ]);
    expect(copy.suggestedFilename()).toMatch(/\.csv$/);

    // Gone; and what proves it holds for whoever has it, account or none.
    await page.goto('/mine/leave');
    await page.fill('#password', who.password);
    await page.click('.button-grave');
    expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: 'S.4.1' });
    const receipt = await page.inputValue('#receipt');
    expect(await names(page)).toEqual([]);
    await market().harbour.avow.log.flush();
    await page.goto('/mine/receipt');
    await page.fill('#receipt', receipt);
    await page.click('receipt-check .button');
    await page.waitForSelector('.verdict');
    expect(await page.locator('.proof > li').count()).toBe(6);
    await isClear();
    await enter(page, who.email, who.password);
    expect(await names(page)).toEqual([]);
  },
);
