import { expect, test } from 'vitest';
import { application } from './application.ts';
import { example, printsOf } from './block.ts';

const page = 'docs/guides/beside.md';

test('an application beside the server gets the answers that the guide prints', async () => {
  const app = application();
  await app.type('avow init policy');
  const { url: AVOW_URL } = await app.start(example(page, 'start').trim().split(' ').slice(1));
  const program = example(page, 'client');
  app.write('client.js', program);
  app.write('package.json', '{ "type": "module" }');
  const printed = await app.type('node client.js', { AVOW_URL });
  expect(printed.trim().split('\n')).toEqual(printsOf(program));
  const named = await app.type(example(page, 'curl'), { AVOW_URL });
  expect(JSON.parse(named)).toMatchObject({ kind: 'person', state: 'active' });
}, 120_000);
