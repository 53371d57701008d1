import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, scopeNames } from '@avow/server';
import { createAvow } from 'avow';
import { expect, onTestFinished, test } from 'vitest';
import { onPostgres, storesOf } from '../../../packages/vault/test/stores.ts';
import { policy } from '../../../policies/clinic/src/index.ts';
import { api } from '../../market/src/story/api.ts';
import { stage } from '../../market/src/story/stage.ts';
import { playDay } from '../src/day.ts';

/** The clinic, served as any platform is, on stores of its own. */
async function clinic() {
  const folder = mkdtempSync(join(tmpdir(), 'avow-clinic-'));
  const stores = await storesOf(folder);
  const root = createSecretKey(randomBytes(32));
  const avow = await createAvow({
    policy,
    database: stores,
    anchor: join(folder, 'anchor', 'checkpoint'),
    keys: { rootKey: async () => root, source: 'this test' },
  });
  const server = await createServer({
    avow,
    keys: onPostgres ? stores.data : join(folder, 'server', 'keys.db'),
    log: { info: () => {}, error: () => {} },
  });
  const { url, stop } = await server.listen({ port: 0 });
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  const { key } = await server.keys.create({ label: 'test', scopes: scopeNames });
  return { url, key, avow };
}

test('a day at a clinic: every answer is that of its own policy', async () => {
  const { url, key, avow } = await clinic();
  const said: string[] = [];
  const play = stage(policy, (line) => said.push(line));
  await playDay(play, api(url, key));
  const refused = [...play.tally.values()].reduce((sum, each) => sum + each.refused, 0);
  expect(refused).toBeGreaterThan(10);
  // Each part of the document has answered.
  const parts = new Set([...play.tally.keys()].map((clause) => clause.split('.')[0]));
  expect([...parts].sort()).toEqual(['1', '2', '3', '4']);
  expect(avow.facts().filter(({ built }) => !built)).toEqual([]);
});
