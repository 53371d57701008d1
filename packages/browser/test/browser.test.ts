import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { obstacles } from '../../../e2e/browser/accessible.ts';
import { launch } from '../../../e2e/browser/launch.ts';
import { makes, openSite } from './sites.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(() => browser?.close());

const ask = '[data-avow=ask]';
type Site = Awaited<ReturnType<typeof openSite>>;

async function come(site: Site, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.url, ...options });
  return context.newPage();
}

const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).sort();

/** Resolves once the server has answered what a script wanted to set. */
const decided = (page: Page, name: string) =>
  page.waitForResponse((answer) => answer.request().postData() === JSON.stringify({ name }));

describe.each(Object.entries(makes))('one tag on a site of %s', (_, make) => {
  it('stops what nobody allowed, asks, and lets through what was accepted', async () => {
    const site = await openSite(make);
    const page = await come(site);
    await Promise.all([decided(page, '_tracker_0'), page.goto('/')]);
    await page.waitForSelector(ask);
    // Nothing was set, and whoever wrote it does not read it back as if it had been.
    expect([await names(page), await page.evaluate('readBack')]).toEqual([[], '']);
    expect(site.avow.cookies.strays()).toMatchObject([{ name: '_tracker_0', where: 'script' }]);
    expect(await page.evaluate(`document.body.firstElementChild.matches('${ask}')`)).toBe(true);
    expect(await obstacles(page)).toEqual([]);

    await page.click(`${ask} button[value=accept]`);
    await page.waitForSelector('.avow-said');
    expect(await names(page)).toEqual(['remembered']);
    await Promise.all([decided(page, 'theme'), page.goto('/')]);
    // Written and not yet decided: it reads back. Held to the register: its life, its path.
    expect(await page.evaluate('readBack')).toBe('theme=dark');
    await page.waitForFunction(`cookieStore.get('theme')`);
    const theme = (await page.context().cookies()).find(({ name }) => name === 'theme');
    expect(theme).toMatchObject({ path: '/', expires: -1, value: 'dark' });

    await page.goto('/avow/cookies');
    await page.click('[data-avow=choice] button[value=reject]');
    expect(await page.locator('.avow-said').textContent()).toContain('Rejected');
    expect(await names(page)).toEqual([]);
  });

  it('works as plain forms, with scripts off', async () => {
    const site = await openSite(make);
    const page = await come(site, { javaScriptEnabled: false });
    await page.goto('/avow/cookies?lang=zh-CN');
    expect(await page.locator('table').textContent()).toContain('campaign_*');
    await page.click('[data-avow=choice] button[value=accept]');
    expect([await names(page), await page.locator('html').getAttribute('lang')]).toEqual([
      ['remembered'],
      'zh-CN',
    ]);
    await page.click('[data-avow=choice] button[value=reject]');
    expect(await names(page)).toEqual([]);
  });

  it('tells of pages reached without asking for them: their path, and what 1.b names', async () => {
    const site = await openSite(make);
    const page = await come(site, { locale: 'en-GB' });
    await page.goto('/start');
    await page.waitForSelector('h1');
    for (const path of ['/goods/7?q=a+secret#part', '/goods/7?q=another', '/orders']) {
      const isNew = path !== '/goods/7?q=another';
      await Promise.all([
        isNew && page.waitForResponse('**/avow/visit'),
        page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`),
      ]);
    }
    expect(site.told.visits.map((visit) => (visit as { page: string }).page)).toEqual([
      '/goods/7',
      '/orders',
    ]);
    for (const visit of site.told.visits) {
      expect(visit).toMatchObject({ language: 'en-GB', hardware: 'no touch' });
      const known = ['hardware', 'language', 'page', 'software'];
      expect(Object.keys(visit as object).filter((field) => !known.includes(field))).toEqual([]);
    }
  });
});

describe('the guard', () => {
  const accepted = async () => {
    const site = await openSite(makes['Hono']!);
    const page = await come(site);
    await page.goto('/avow/cookies');
    await page.click('[data-avow=choice] button[value=accept]');
    await Promise.all([decided(page, 'theme'), page.goto('/')]);
    await page.waitForFunction(`cookieStore.get('theme')`);
    return { site, page };
  };

  it('goes before cookieStore too', async () => {
    const { page } = await accepted();
    const set = (name: string) =>
      page.evaluate(`cookieStore.set('${name}', '1').then(() => 'set', ({ name }) => name)`);
    expect([await set('_tracker'), await set('seen'), await set('theme')]).toEqual([
      'NotAllowedError',
      'NotAllowedError',
      'set',
    ]);
    expect(await names(page)).toEqual(['remembered', 'theme']);
  });

  it('lets a cookie be taken away, and takes nothing else for that', async () => {
    const { page } = await accepted();
    for (const text of ['_x=1; max-age=', '_x=1; expires=nonsense', '_x=1; Max-Age=5; Max-Age=x']) {
      await page.evaluate(`document.cookie = ${JSON.stringify(text)}`);
    }
    await page.evaluate(`document.cookie = '_x=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'`);
    expect(await names(page)).toEqual(['remembered', 'theme']);
    await page.evaluate(`document.cookie = 'theme=; Max-Age=0; Path=/'`);
    expect(await names(page)).toEqual(['remembered']);
  });

  it('sets nothing that was withdrawn elsewhere meanwhile: the server decides each time', async () => {
    const { site, page } = await accepted();
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'remembered');
    const device = site.choice.deviceIn(new Map([['remembered', cookie?.value ?? '']]));
    await site.avow.cookies.choose({
      person: device!,
      purpose: 'cookies.personal',
      answer: 'reject',
      language: 'en',
    });
    await Promise.all([decided(page, 'theme'), page.evaluate(`document.cookie = 'theme=light'`)]);
    // The answer has come; the page's own script hears of it a moment later.
    await page.waitForFunction(`!document.cookie.includes('light')`);
    const set = await page.context().cookies();
    expect(set.map(({ value }) => value)).not.toContain('light');
  });

  it('cannot be put aside by a script of the page', async () => {
    const { page } = await accepted();
    const attempt = `(() => { try { delete Document.prototype.cookie;
      Object.defineProperty(Document.prototype, 'cookie', { value: '' }); } catch {}
      document.cookie = '_tracker=1'; return document.cookie; })()`;
    expect(await page.evaluate(attempt)).not.toContain('_tracker');
    expect(await names(page)).toEqual(['remembered', 'theme']);
  });
});

describe('the desk', () => {
  it('sends at most 6 kB of script and style, compressed', async () => {
    const { url } = await openSite(makes['Hono']!);
    const sent = await Promise.all(
      ['cookies.js', 'cookies.css'].map(async (file) =>
        (await fetch(`${url}/avow/${file}`)).text(),
      ),
    );
    const visits = await (await fetch(`${url}/avow/visits.js`)).text();
    expect(gzipSync(sent.join('')).length).toBeLessThan(6_000);
    expect(gzipSync(visits).length).toBeLessThan(1_000);
  });

  it('sends the script again only where something has changed', async () => {
    const { url } = await openSite(makes['Hono']!);
    const first = await fetch(`${url}/avow/cookies.js`);
    const again = await fetch(`${url}/avow/cookies.js`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it('takes no answer from another site, and none that it did not ask for', async () => {
    const { url } = await openSite(makes['Hono']!);
    const send = async (body: string, origin: string) =>
      (
        await fetch(`${url}/avow/choice`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
          body,
          redirect: 'manual',
        })
      ).status;
    const whole = 'purpose=cookies.personal&answer=accept';
    expect(await send(whole, 'http://elsewhere.example')).toBe(403);
    expect(await send(whole, 'null')).toBe(403);
    for (const body of [
      '',
      'answer=accept',
      'purpose=account&answer=accept',
      'purpose=cookies.personal',
    ]) {
      expect([body, await send(body, url)]).toEqual([body, 400]);
    }
    expect(await send(`purpose=cookies.personal&answer=choose&allow=cookies.promotion`, url)).toBe(
      400,
    );
    expect(await send(whole, url)).toBe(303);
  });

  it('believes no cookie that it did not make to say whose device it is', async () => {
    const { choice, person } = await openSite(makes['Hono']!);
    for (const value of [person, `${person}.`, `${person}.${'0'.repeat(48)}`, '.', '']) {
      expect(choice.deviceIn(new Map([['remembered', value]]))).toBe(undefined);
    }
  });
});
