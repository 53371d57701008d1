import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, enter, join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const heading = (page: Page) => page.locator('h1').innerText();
const newest = (email: string) =>
  market().harbour.inbox?.received.find(({ to }) => to === email)?.subject;

test('whoever harvests is suspended at once, terminated, heard by somebody else, and let back in', async () => {
  const { avow } = market().harbour;
  // Scripts are on for axe alone, which waits by timers.
  const page = await visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 720 } });
  await join(page);
  await page.goto('/mine');
  const person = await page.locator('[data-person]').innerText();

  const protection = await visitor();
  await enterAs(protection, 'guard.protection', 'data-protection');
  await protection.goto('/console/harvests');
  await protection.fill('#count', '2');
  await protection.click('form[action$="/decoys"] button');
  const [decoy] = await avow.harvesting.decoys.list();
  const question = { purpose: 'fulfilment', categories: ['contact.phone'] } as const;
  await avow.act('show', { ...question, person: decoy!, to: { user: person as never } });

  // The session of a moment ago opens nothing any more.
  await page.goto('/mine');
  expect(new URL(page.url()).pathname).toBe('/login');
  await enter(page, ann.email, ann.password);
  expect(await heading(page)).toBe('Your account is suspended');
  expect(await page.locator('main').innerText()).toContain('no honest reader touches');
  expect(await page.locator('main .because .cite').first().innerText()).toBe('2.b.3');
  expect(await obstacles(page)).toEqual([]);
  await avow.alerts.send();
  expect(newest(ann.email)).toContain('suspended');

  const support = await visitor({ javaScriptEnabled: true });
  await enterAs(support, 'guard.support', 'support');
  await support.goto('/console');
  await support.click('text=One suspension is to be decided');
  await support.click('table a');
  expect(await obstacles(support)).toEqual([]);
  await support.click('button[value=terminate]');
  expect(await support.locator('.done').innerText()).toContain('ended, everywhere');
  await avow.alerts.send();
  expect(newest(ann.email)).toContain('ended our agreement');

  await enter(page, ann.email, ann.password);
  expect(await page.locator('main').innerText()).toContain('The agreement with you was ended');
  await page.click('main form .button');
  expect(await page.locator('.faults').innerText()).toContain('say why');
  await page.fill('#said', 'I run the book club, and wrote to its members.');
  await page.click('main form .button');
  expect(await page.locator('main').innerText()).toContain('You appealed on');

  // Not by whoever decided before.
  await support.reload();
  expect(await support.locator('main').innerText()).toContain('heard by somebody else');
  expect(await support.locator('button[value=reverse]').count()).toBe(0);
  await protection.goto('/console/harvests');
  await protection.click('table a');
  await protection.click('form[action$="/appeal"] button');
  expect(await protection.locator('blockquote').last().innerText()).toContain('book club');
  await protection.click('button[value=reverse]');
  expect(await protection.locator('.done').innerText()).toContain('undone');
  await avow.alerts.send();
  expect(newest(ann.email)).toContain('active again');

  // Whoever was let back in goes on where they were.
  await page.goto('/mine/safety');
  expect(await page.locator('main .card').first().innerText()).toMatch(/granted/i);
  expect(await obstacles(page)).toEqual([]);
}, 90_000);
