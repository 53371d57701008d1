import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const shelf = 'section[aria-labelledby=for-you]';

const pictures = process.env['AVOW_SCREENSHOTS'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  for (const [width, colorScheme] of [
    [1200, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const path = `${pictures}/messages-${name}-${colorScheme}.png`;
    await page.screenshot({ path, fullPage: true });
  }
}

/** What a page puts in the way of people, found by a script in a browser that is otherwise the same. */
async function obstaclesOn(page: Page): Promise<unknown[]> {
  const storageState = await page.context().storageState();
  const other = await visitor({ javaScriptEnabled: true, reducedMotion: 'reduce', storageState });
  await other.goto(page.url());
  return obstacles(other);
}

/** Looks at a thing of this picture, and has what was seen taken in. */
async function look(page: Page, thing: string): Promise<string> {
  await page.goto('/');
  await page.click(`.shelf a:has(img[src*="/${thing}."])`);
  const { avow } = market().harbour;
  await avow.visits.settled();
  await avow.interests.deriveAll();
  return page.locator('h1').innerText();
}

test('a shelf by what one looked at, each thing with its reason; one click, and it is gone', async () => {
  const stranger = await visitor();
  await look(stranger, 'lamp');
  await stranger.goto('/');
  expect(await stranger.locator(shelf).count()).toBe(0);

  const page = await visitor();
  await login(page, 'ines');
  const thing = await look(page, 'lamp');
  await page.goto('/');
  const chosen = await page.locator(`${shelf} .shelf li`).allInnerTexts();
  expect(chosen).toHaveLength(1);
  expect(chosen[0]).toContain(`because you looked at “${thing}”`);
  expect(await page.locator(`${shelf} .cite`).innerText()).toBe('2.c.4');
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'shelf');
  await page.goto('/?lang=zh-CN');
  expect(await page.locator(shelf).innerText()).toContain('因为您看过');
  await picture(page, 'shelf-zh');
  await page.goto('/?lang=en');

  // What was searched for stands behind none of it.
  await page.goto('/?q=guitar');
  await market().harbour.avow.visits.settled();
  await market().harbour.avow.interests.deriveAll();

  await page.goto('/');
  await page.click(`${shelf} a:has-text("and why")`);
  const kept = await page.locator('section.card h2').allInnerTexts();
  expect(kept).toEqual(['Lamps and chairs']);
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'interests');
  await page.click('button[value=remove]');
  expect(await page.locator('section.card').count()).toBe(0);
  await page.goto('/');
  expect(await page.locator(shelf).count()).toBe(0);
  await page.goto('/mine/interests');
  await page.click('button[value=allow]');
  await look(page, 'chair');
  await page.goto('/');
  expect(await page.locator(`${shelf} .shelf li`).count()).toBe(0);
  await look(page, 'teapot');
  await page.goto('/');
  expect(await page.locator(`${shelf} .shelf li`).count()).toBe(1);

  await page.click(`${shelf} form button`);
  expect(await page.locator(shelf).count()).toBe(0);
  await look(page, 'camera');
  await page.goto('/');
  expect(await page.locator(shelf).count()).toBe(0);
  // The same answer stands in the centre, where it can be taken back.
  await page.goto('/mine/choices');
  const matter = page.locator('.matter:has(h2:has-text("Things chosen for you"))');
  expect(await matter.locator('.because .cite, .mark').count()).toBeGreaterThan(0);
  await picture(page, 'choices');
});

/** The counts on a page of the console, by the names of their rows. */
async function countsOn(page: Page): Promise<Record<string, string>> {
  const rows = page.locator('.table tbody tr');
  const found = (await rows.all()).map(async (row) => [
    await row.locator('th').innerText(),
    (await row.locator('td').allInnerTexts()).at(-1) ?? '',
  ]);
  return Object.fromEntries(await Promise.all(found));
}

test('a campaign, drafted and counted, sent, stopped and resumed; who gets none any more is counted by the sentence', async () => {
  const { avow, inbox } = market().harbour;
  await join(await visitor(), ann);
  const desk = await visitor();
  await enterAs(desk, 'campaign.desk', 'legal');
  const said = { subject: 'Lamps at the harbour', text: 'New lamps have come in.' };
  const lettersTo = (email: string) =>
    inbox?.received.filter(({ to, subject }) => to === email && subject === said.subject) ?? [];

  const draft = async () => {
    await desk.goto('/console/campaigns');
    await desk.click('main a[href="/console/campaigns/draft"]');
    await desk.fill('#subject-en', said.subject);
    await desk.fill('#text-en', said.text);
    await desk.fill('[id="subject-zh-CN"]', '海港新到灯具');
    await desk.fill('[id="text-zh-CN"]', '新到一批灯具。');
    await desk.fill('#until', '2099-12-31');
  };
  await desk.goto('/console/campaigns/draft');
  await desk.click('main form .button');
  expect(await desk.locator('.faults li').count()).toBe(4);
  expect(await obstaclesOn(desk)).toEqual([]);
  await draft();
  await picture(desk, 'draft');
  await desk.click('main form .button');
  // Whom it would be asked about, and nobody was written to.
  const before = await countsOn(desk);
  expect(Number(before['Permitted'])).toBeGreaterThan(0);
  expect(lettersTo(ann.email)).toEqual([]);
  expect(await obstaclesOn(desk)).toEqual([]);
  await picture(desk, 'preview');
  await desk.click('main a:has-text("Start it")');
  await desk.click('main form .button');
  await avow.campaigns.send();
  await desk.click('main .paging a, main .eyebrow a');
  await desk.click(`main .table a:has-text("${said.subject}")`);
  const first = await countsOn(desk);
  expect([first['Sent'], first['Waiting']]).toEqual([before['Permitted'], '0']);
  expect(await obstaclesOn(desk)).toEqual([]);
  await picture(desk, 'campaign');

  // It says why, and the link in it works for whoever is signed out.
  const [letter] = lettersTo(ann.email);
  expect(letter?.text).toContain('You get this because');
  const link = letter?.unsubscribe ?? '';
  expect(link).not.toMatch(/ann|example\.net/);
  await desk.goto('/inbox');
  expect(await desk.locator('main').innerText()).toContain(said.subject);
  const page = await visitor();
  await page.goto(link);
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'unsubscribe');
  await page.click('main form button');
  expect(await page.locator('[role=status]').innerText()).toContain('no more');
  expect(await page.locator('.cite').innerText()).toBe('2.c.5');
  await picture(page, 'unsubscribed');
  // A mail program does the same by one POST, without a page, a session or an origin (RFC 8058).
  const other = inbox?.received.find(
    ({ to, subject }) => subject === said.subject && to !== ann.email,
  );
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(other?.unsubscribe ?? '', { method: 'POST', body })).status).toBe(200);
  await page.goto(`${link.split('?')[0]}x`);
  expect(await page.locator('h1').innerText()).toBe('This link leads to nobody');

  // Again: nobody gets it twice. A second one reaches all but the two, who are counted by the sentence.
  await avow.campaigns.send();
  expect(lettersTo(ann.email)).toHaveLength(1);
  await draft();
  await desk.click('main form .button');
  const second = await countsOn(desk);
  expect(Number(second['Permitted'])).toBe(Number(before['Permitted']) - 2);
  expect(Number(second['2.c.5']) - Number(before['2.c.5'] ?? 0)).toBe(2);
  await desk.click('main a:has-text("Start it")');
  await desk.click('main form .button');
  await desk.click('main a:has-text("Stop it")');
  await desk.click('main form .button');
  expect(await desk.locator('.faults').innerText()).toContain('how long');
  expect(await obstaclesOn(desk)).toEqual([]);
  await picture(desk, 'stop');
  await desk.check('#how');
  await desk.click('main form .button');
  expect(await avow.campaigns.send()).toBe(0);
  await desk.click('main a:has-text("Let it go on")');
  await desk.click('main form .button');
  await avow.campaigns.send();
  await desk.goto(desk.url());
  const after = await countsOn(desk);
  expect([after['Sent'], after['Waiting']]).toEqual([second['Permitted'], '0']);
  expect(lettersTo(ann.email)).toHaveLength(1);
  for (const path of ['campaigns', 'imports', 'transfers']) {
    await desk.goto(`/console/${path}?lang=zh-CN`);
    expect(await obstaclesOn(desk)).toEqual([]);
    await picture(desk, path);
  }
});

test('what a partner brought stands with its source in the centre; removed, the next delivery does not bring it', async () => {
  const { avow } = market().harbour;
  const page = await visitor();
  const bea = { ...ann, name: 'bea.lund', email: 'bea@example.net' };
  await join(page, bea);
  const party = 'tidewater-survey' as never;
  const { engagement } = await avow.parties.engage({
    ...{ party, as: 'marketingPartner', country: 'CN', means: 'asked at the autumn fair' },
    ...{ purposes: ['service.personal'], categories: ['partner.profile'] },
  });
  const bring = async (likes: string) => {
    const { import: id } = await avow.imports.begin({
      ...{ party, engagement, evidence: { document: 'A'.repeat(43) }, format: 'ndjson' },
      ...{ match: 'contact.email', map: { email: 'contact.email', likes: 'partner.profile' } },
    });
    async function* line() {
      yield `${JSON.stringify({ email: bea.email, likes })}\n{"email":"nobody@example.net","likes":"x"}\n`;
    }
    return avow.imports.rows(id, line());
  };
  expect(await bring('likes old radios')).toMatchObject({ kept: 1 });
  await page.goto('/mine');
  await page.click('main a[href="/mine/brought"]');
  expect(await page.locator('main').innerText()).toContain('likes old radios');
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'brought');
  await page.click('button[value=remove]');
  expect(await bring('likes old radios')).toMatchObject({ kept: 0, rejected: { removed: 1 } });
  await page.goto('/mine/brought');
  expect(await page.locator('main').innerText()).not.toContain('likes old radios');
  expect(await obstaclesOn(page)).toEqual([]);
  await picture(page, 'brought-removed');

  const desk = await visitor();
  await enterAs(desk, 'delivery.desk', 'auditor');
  await desk.goto('/console/imports');
  expect(await obstaclesOn(desk)).toEqual([]);
  await desk.click('main .table th a');
  expect(await desk.locator('main').innerText()).toContain('They removed what this partner said');
  expect(await obstaclesOn(desk)).toEqual([]);
  await picture(desk, 'delivery');
});
