import { expect, test } from 'vitest';
import { application } from './application.ts';
import { example } from './block.ts';
import { obeys, opened } from './shop.ts';

const page = 'docs/guides/hono.md';

/** Asks the handler of the Next route as Next would: with a Request, and with what the path says. */
const asking = `
import { GET } from './app/customers/[id]/label/route.js';
import { avow } from './avow.js';
const ask = async (id) => {
  const request = new Request('http://shop.example/customers/1/label');
  const response = await GET(request, { params: Promise.resolve({ id }) });
  console.log(response.status, await response.text());
};
await ask(process.env.CUSTOMER);
await ask('nobody');
await avow.close();
`;

test('the shop in Hono obeys, and a route of Next answers over the same data', async () => {
  const app = application();
  await app.type('avow init policy');
  app.write('avow.js', example(page, 'avow'));
  app.write('shop.js', example(page, 'hono'));
  app.write('app/customers/[id]/label/route.js', example(page, 'next'));
  app.write('asking.js', asking);
  app.write('package.json', '{ "type": "module" }');
  const shop = await app.start(['node', '--no-warnings', 'shop.js']);
  await obeys(shop.url, app.folder);
  const customer = await opened(shop.url);
  await shop.stop();

  const CUSTOMER = customer.split('/').at(-1) ?? '';
  const [known, unknown] = (await app.type('node --no-warnings asking.js', { CUSTOMER })).split(
    '\n',
  );
  expect(known).toBe('200 {"name":"Lin Mei","address":"1 Quay Street, Xiamen"}');
  expect(unknown).toMatch(/^404 .*AVOW_NOT_FOUND/);
}, 120_000);
