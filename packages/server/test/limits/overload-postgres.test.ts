import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { policy } from '@avow/policy-market';
import { createAvow } from 'avow';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../vault/test/postgres/connection.ts';
import { newDatabase } from '../../../vault/test/postgres/database.ts';
import { createServer } from '../../src/index.ts';

it('on PostgreSQL as well, what waits is bounded, and the rest is answered 503 at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-server-'));
  const [data, keys] = await Promise.all([newDatabase(), newDatabase()]);
  const root = createSecretKey(randomBytes(32));
  const avow = await createAvow({
    policy,
    database: { data, keys },
    keys: { rootKey: async () => root, source: 'this test' },
    anchor: join(folder, 'checkpoint'),
    queue: 4,
  });
  const log = { info() {}, error() {} };
  const server = await createServer({ avow, keys: data, log });
  const { key } = await server.keys.create({ label: 'test', scopes: ['subjects:write'] });
  const { url, stop } = await server.listen({ port: 0 });
  const holder = await connect(data);
  onTestFinished(async () => {
    await holder.close();
    await stop();
    rmSync(folder, { recursive: true });
  });

  const ask = async (at: number) => {
    const response = await fetch(`${url}/v1/subjects`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': `once-${at}`,
      },
      body: '{"country":"CN"}',
    });
    const { code } = (await response.json()) as { code?: string };
    return { status: response.status, code, after: response.headers.get('retry-after') };
  };

  // Whatever reads or writes people waits until this lets go.
  await holder.run('BEGIN');
  await holder.run('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
  const first = Promise.withResolvers<void>();
  let refusals = 0;
  const asked = Array.from({ length: 12 }, async (_, at) => {
    const told = await ask(at);
    if (told.status === 503 && ++refusals === 8) first.resolve();
    return told;
  });
  // Eight are answered although nothing moves; at most four wait.
  await first.promise;
  await holder.run('COMMIT');

  const told = await Promise.all(asked);
  const refused = told.filter(({ status }) => status === 503);
  expect(told.filter(({ status }) => status === 201).length + refused.length).toBe(12);
  for (const each of refused) expect(each).toEqual({ status: 503, code: 'AVOW_BUSY', after: '1' });
  expect((await ask(12)).status).toBe(201);
});
