import { chmodSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onPostgres } from '../../vault/test/stores.ts';
import { folder, run, start, stop } from './running.ts';

/** Sends a write to a server, with the first API key. */
async function write(url: string, apiKey: string, path: string, body: object = {}) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${readFileSync(apiKey, 'utf8').trim()}`,
      'content-type': 'application/json',
      'idempotency-key': path,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe('avow measures', () => {
  test('ends with 1 while a measure fails, with 0 once it is mended, with 2 where nobody answers', async () => {
    const home = folder();
    const list = join(home, 'anchor', 'checkpoint.tombstones');
    const first = await start(home);
    chmodSync(list, 0o644);
    const failed = await run(['measures', '--server', first.started.url], home);
    expect(failed).toMatchObject({ code: 1, stderr: '' });
    expect(failed.stdout).toMatch(/Not working: 1 of \d+ measures/);
    expect(failed.stdout).toMatch(/failed +keys-apart/);
    await stop(first.child, 'SIGTERM');

    chmodSync(list, 0o600);
    const { child, started } = await start(home);
    const held = await run(['measures', '--server', started.url, '--json'], home);
    expect(held.code).toBe(0);
    expect(JSON.parse(held.stdout)).toMatchObject({ failed: false });
    await stop(child, 'SIGTERM');
    const nobody = await run(['measures', '--server', started.url], home);
    expect(nobody).toMatchObject({ code: 2, stdout: '' });
  });
});

// Where the stores are databases, e2e tests restore into fresh ones.
test.skipIf(onPostgres)('a person erased between backup and restore stays erased', async () => {
  const home = folder();
  const backups = { AVOW_BACKUPS: 'backups' };
  const { child, started } = await start(home, backups);
  const { url, places } = started;
  const { person } = await write(url, places.apiKey, '/v1/subjects', {
    kind: 'person',
    country: 'CN',
  });
  expect(await run(['backup', '--to', 'backups/one'], home)).toMatchObject({ code: 0 });
  const erased = await write(url, places.apiKey, `/v1/subjects/${person}/erasure`);
  expect(erased).toMatchObject({ permitted: true });
  const drill = await write(url, places.apiKey, '/v1/measures/drill');
  expect(drill).toMatchObject({ passed: true, erased: 1 });
  await stop(child, 'SIGTERM');

  mkdirSync(join(home, 'lost'));
  renameSync(join(home, 'data'), join(home, 'lost', 'data'));
  renameSync(join(home, 'keys', 'store'), join(home, 'lost', 'store'));
  const restored = await run(['restore', '--from', 'backups/one', '--accept-loss', '--json'], home);
  expect(JSON.parse(restored.stdout)).toMatchObject({ ok: true, erased: 1 });
  const again = await start(home, backups);
  const found = await fetch(`${again.started.url}/v1/subjects/${person}`, {
    headers: { authorization: `Bearer ${readFileSync(places.apiKey, 'utf8').trim()}` },
  });
  expect(await found.json()).toMatchObject({ state: 'erased' });
  await stop(again.child, 'SIGTERM');
});
