import { beforeAll, expect, test } from 'vitest';
import { longer } from '../../packages/avow/test/versions.ts';
import { obstacles } from '../browser/accessible.ts';
import { ann, join } from '../person.ts';
import { stage } from './stage.ts';

let passed = 0;
const clock = { now: () => Date.now() + passed };
const { visitor, market } = stage({ clock });

/** What the test of the feed uses of a browser. */
interface Browser {
  readonly DOMParser: new () => {
    parseFromString(
      text: string,
      type: string,
    ): { querySelectorAll(path: string): Iterable<{ readonly textContent: string }> };
  };
}

const DAY = 24 * 3_600_000;
const summary = { en: 'We keep accounts longer.', 'zh-CN': '账号信息的保存期限延长。' };

const changes = () => market().harbour.avow.policy;
let version: Awaited<ReturnType<ReturnType<typeof changes>['announce']>>['version'];

beforeAll(async () => {
  const from = clock.now() + 31 * DAY;
  const what = {
    policy: longer('account'),
    summary,
    channels: ['banner', 'centre', 'mail'] as const,
    from,
  };
  ({ version } = await changes().announce(what));
});

async function picture(page: Awaited<ReturnType<typeof visitor>>, name: string, locale: string) {
  const pictures = process.env['AVOW_SCREENSHOTS'];
  if (pictures === undefined) return;
  await page.screenshot({ path: `${pictures}/${name}.${locale}.png`, fullPage: true });
}

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

test('whoever has an address gets a message, once, whose ways lead there', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'mails@example.net' });
  const { avow, inbox } = market().harbour;
  await avow.notices.send();
  await avow.notices.send();
  const [letter, ...others] = (inbox?.received ?? []).filter(
    ({ to, text }) => to === 'mails@example.net' && text.includes(summary.en),
  );
  expect(others).toEqual([]);
  expect(letter?.text).toContain(summary.en);
  for (const [link] of letter?.text.matchAll(/http:\S+/g) ?? []) {
    const { pathname, search } = new URL(link);
    await page.goto(`${pathname}${search}`);
    expect(await page.locator('h1').innerText()).not.toBe('There is nothing here');
  }
  await page.goto('/mine/history');
  expect(await page.locator('.timeline').innerText()).toContain('handed to the mail server');
});

test('the reader finds the message among their own pages, and that it was shown in their history', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'centre@example.net' });
  await page.goto('/mine/messages');
  expect(await page.locator('main .plain').innerText()).toContain(summary.en);
  expect(await page.locator('.mark').innerText()).toBe('New');
  await page.reload();
  expect(await page.locator('main .plain').innerText()).toContain('First shown to you on');
  await page.goto('/mine/history');
  expect(await page.locator('.timeline').innerText()).toContain('shown to you');
});

test('a comment is kept under its sentence, counted in public, and taken back', async () => {
  const page = await asked('comments');
  await page.click('text=Comment on the change');
  await page.fill('#said', 'A year more is too long.');
  await page.fill('#sentence', '9.z.9');
  await page.click('main form .button');
  expect(await page.locator('#sentence-error').innerText()).toContain('no sentence');
  await page.fill('#sentence', 'S.5.1');
  await page.click('main form .button');
  expect(await page.locator('main .cite').first().innerText()).toBe('7.b.4');
  expect(await page.locator('main .plain').innerText()).toContain('A year more is too long.');
  await page.goto(`/policy/versions/${version}`);
  expect(await page.locator('main').innerText()).toContain('One comment.');
  await page.click('text=Write a comment');
  await page.click('text=Take it back');
  expect(await page.locator('main').innerText()).toContain('You have written none.');
  await page.goto(`/policy/versions/${version}`);
  expect(await page.locator('main').innerText()).toContain('No comments.');
});

test('the feed is sound Atom, an entry for each version, in both languages', async () => {
  const page = await visitor({ javaScriptEnabled: true });
  await page.goto('/policy/versions');
  for (const language of ['en', 'zh-CN'] as const) {
    const found = await page.evaluate(async (language) => {
      const answer = await fetch(`/policy/changes.atom?lang=${language}`);
      const text = await answer.text();
      const feed = new (globalThis as unknown as Browser).DOMParser().parseFromString(
        text,
        'application/xml',
      );
      const all = (path: string) => [...feed.querySelectorAll(path)].map((one) => one.textContent);
      return {
        errors: all('parsererror').length,
        // RFC 4287, sections 4.1.1 and 4.1.2: what a feed and each of its entries must have.
        feed: ['id', 'title', 'updated'].map((name) => all(`feed > ${name}`).length),
        ids: all('entry > id'),
        entries: ['title', 'updated', 'summary'].map((name) => all(`entry > ${name}`).length),
        authors: all('feed > author > name').length,
        times: all('updated'),
        others: [...feed.querySelectorAll('feed > link[hreflang]')].length,
        summaries: all('entry > summary').join(),
      };
    }, language);
    expect(found).toMatchObject({ errors: 0, feed: [1, 1, 1], entries: [2, 2, 2], authors: 1 });
    expect(new Set(found.ids).size).toBe(2);
    for (const time of found.times) expect(new Date(time ?? '').toISOString()).toBe(time);
    expect(found.others).toBe(1);
    expect(found.summaries).toContain(summary[language]);
  }
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
  const pages = [
    '/policy/versions',
    `/policy/versions/${version}`,
    '/mine/messages',
    '/mine/comments',
  ];
  for (const path of pages) {
    await page.goto(path);
    expect(await obstacles(page)).toEqual([]);
    await picture(page, `${path.split('/')[2] ?? ''}${path.length > 40 ? '-one' : ''}`, locale);
  }
  await page.goto('/mine/change');
  await picture(page, 'change', locale);
});

test('an answer about a version that was taken back is refused, and nobody is asked', async () => {
  const page = await asked('slow');
  await changes().withdraw({ version });
  await page.click('button[value=accept]');
  expect(await page.locator('h1').innerText()).toBe('You are asked nothing');
  await page.goto('/');
  expect(await banners(page)).toBe(0);
});

test('from its date on the new version decides; who has not answered is asked before anything rests on it', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'stays@example.net' });
  const from = clock.now() + 31 * DAY;
  const what = { policy: longer('account'), summary, channels: ['banner'] as const, from };
  ({ version } = await changes().announce(what));
  await changes().answer({ version, answer: { en: 'We thank you.', 'zh-CN': '谢谢。' } });
  passed = 32 * DAY;
  await page.goto('/policy');
  expect(await page.locator('.eyebrow').first().innerText()).toContain('In force since');
  await page.goto(`/policy/versions/${version}`);
  expect(await page.locator('main').innerText()).toContain('We thank you.');
  await page.goto('/');
  await page.click('.notice a');
  expect(await page.locator('button[value=later]').count()).toBe(0);
  await page.click('button[value=accept]');
  expect(await page.locator('h1').innerText()).toBe('You are asked nothing');
});
