import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { application } from './application.ts';
import { example } from './block.ts';
import { ask, obeys, opened } from './shop.ts';

const page = 'docs/guides/express.md';
const before = example(page, 'before');
const after = example(page, 'after');

test('the shop before works, and answers anybody', async () => {
  const app = application();
  app.write('before.js', before);
  const customer = await opened((await app.start(['node', '--no-warnings', 'before.js'])).url);
  expect(await ask(`${customer}/newsletter`)).toMatchObject({
    status: 200,
    body: { email: 'mei@example.com' },
  });
}, 120_000);

test('the shop after differs in at most forty lines', async () => {
  const app = application();
  for (const [file, text] of Object.entries({ before, after })) {
    writeFileSync(join(app.folder, file), text);
  }
  // diff answers 1 where there is a difference.
  const changed = await app.type("diff before after | grep -c '^[<>]' || true");
  expect(Number(changed)).toBeLessThanOrEqual(40);
});

test('the shop after obeys, answers what is typed as the guide says, and a permission counts', async () => {
  const app = application();
  await app.type('avow init policy');
  const last = 'shop.use(nodeFaults());';
  expect(after).toContain(last);
  app.write('shop.js', after.replace(last, `${example(page, 'allow')}\n${last}`));
  const { url: shop } = await app.start(['node', '--no-warnings', 'shop.js']);
  await obeys(shop, app.folder);

  const at = (name: string) => example(page, name).replaceAll('http://localhost:3000', shop);
  const { id } = JSON.parse(await app.type(at('open')));
  const said = (await app.type(at('asked').replaceAll(/ +#.*$/gm, '; echo'), { id })).trim();
  const [label, newsletter, history, erased, gone] = said
    .split('\n')
    .map((each) => JSON.parse(each));
  expect(label).toEqual({ name: 'Lin Mei', address: '1 Quay Street, Xiamen' });
  expect([newsletter.status, newsletter.sentence, gone.status]).toEqual([403, '1.a.3', 410]);
  expect(history.happened).toHaveLength(6);
  expect(erased.person).toBe(id);

  const customer = await opened(shop);
  expect((await ask(`${shop}/newsletter`)).body.question).toContain('news of our products');
  const { consent } = (await ask(`${customer}/newsletter`, 'PUT')).body;
  expect((await ask(`${customer}/newsletter`)).body).toEqual({
    name: 'Lin Mei',
    email: 'mei@example.com',
  });
  expect((await ask(`${customer}/newsletter/${consent}`, 'DELETE')).status).toBe(204);
  expect((await ask(`${customer}/newsletter`)).status).toBe(403);
}, 120_000);
