import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

test('a form that another site sends is refused, and nothing is ordered', async () => {
  const { listings } = market().harbour.market;
  const [thing] = listings.offered();
  const page = await visitor();
  await login(page, 'yuehan');
  const form = `<form method="post" action="${market().url}/goods/${thing?.id}/order"><button>Win</button></form>`;
  const other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(form);
  }).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.click('text=Win');
  other.close();
  expect(await page.locator('h1').innerText()).toBe('Not sent from this site');
  expect(listings.get(thing?.id ?? '')?.state).toBe('offered');
});

test('a page tells the browser to run no script but its own and to be framed by nobody', async () => {
  const response = await fetch(`${market().url}/`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("script-src 'self'");
});

test('a visitor is given no cookie', async () => {
  for (const path of [
    '/',
    '/join',
    '/login',
    '/login/forgotten',
    '/staff',
    '/policy',
    '/?q=kite',
  ]) {
    const response = await fetch(`${market().url}${path}`);
    expect([path, response.headers.getSetCookie()]).toEqual([path, []]);
  }
});
