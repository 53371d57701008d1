import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

test('a violation is taken in hand, upheld, appealed against on one’s own page, and reversed by another', async () => {
  const { avow } = market().harbour;
  // Scripts are on for axe alone, which waits by timers.
  const page = await visitor({ javaScriptEnabled: true, viewport: { width: 360, height: 720 } });
  await join(page);
  await page.goto('/mine');
  const person = await page.locator('[data-person]').innerText();
  await avow.registers.violations.record({
    person: person as never,
    rule: 'sell-only-what-is-yours',
    happened: Date.now() - 3_600_000,
    reason: 'The lamp was reported as stolen.',
  });

  const lawyer = await visitor({ javaScriptEnabled: true });
  await enterAs(lawyer, 'violation.legal', 'legal');
  await lawyer.goto('/console');
  await lawyer.click('text=One violation is to be decided');
  await lawyer.click('table a');
  expect(await lawyer.locator('h1').innerText()).toBe('Sell only what is yours');
  expect(await lawyer.locator('form[action$="/read"]').count()).toBe(0);
  await lawyer.click('form[action$="/take"] button');
  await lawyer.click('form[action$="/read"] button');
  expect(await lawyer.locator('main').innerText()).toContain('reported as stolen');
  await lawyer.click('button[value=uphold]');
  expect(await lawyer.locator('.done').innerText()).toContain('upheld');
  await lawyer.click('form[action$="/measure"] button');
  expect(await lawyer.locator('.field-error').innerText()).toContain('128 characters');
  await lawyer.fill('#what', 'listing-removed');
  await lawyer.click('form[action$="/measure"] button');
  expect(await lawyer.locator('table').innerText()).toMatch(/a listing removed/i);
  expect(await obstacles(lawyer)).toEqual([]);

  await page.goto('/registers');
  await page.click('text=How it stands, and appeal');
  expect(await page.locator('main').innerText()).toContain('The lamp was reported as stolen.');
  expect(await obstacles(page)).toEqual([]);
  await page.click('main .card form .button');
  expect(await page.locator('.field-error').innerText()).toContain('say something');
  await page.fill('main .card textarea', 'It was my grandmother’s.');
  await page.click('main .card form .button');
  expect(await page.locator('main .card textarea').count()).toBe(0);

  // Not by whoever decided before.
  await lawyer.reload();
  expect(await lawyer.locator('main').innerText()).toContain('heard by somebody else');
  expect(await lawyer.locator('button[value=reverse]').count()).toBe(0);
  const protection = await visitor({ javaScriptEnabled: true });
  await enterAs(protection, 'violation.protection', 'data-protection');
  await protection.goto('/console');
  await protection.click('text=One appeal against a violation is to be heard');
  expect(await obstacles(protection)).toEqual([]);
  await protection.click('table a');
  await protection.click('form[action$="/take"] button');
  await protection.click('form[action$="/read"] button');
  expect(await protection.locator('blockquote').last().innerText()).toContain('grandmother');
  await protection.click('button[value=reverse]');
  expect(await protection.locator('.done').innerText()).toContain('reversed');

  await page.reload();
  expect(await page.locator('main .card').first().innerText()).toMatch(/granted/i);
}, 90_000);
