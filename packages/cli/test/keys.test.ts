import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { newDatabase } from '../../vault/test/postgres/database.ts';

const program = join(import.meta.dirname, '../src/bin.ts');
const market = join(import.meta.dirname, '../../../policies/market');
const { PATH, NODE_COMPILE_CACHE } = process.env;

test('avow keys works beside a server on PostgreSQL, which goes on serving', async () => {
  const home = mkdtempSync(join(tmpdir(), 'avow-keys-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const env = {
    PATH,
    PORT: '0',
    AVOW_DATA: await newDatabase(),
    AVOW_KEYS: await newDatabase(),
    NODE_COMPILE_CACHE,
  };
  const avow = async (...args: readonly string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args, '--json'], {
      cwd: home,
      env,
    });
    return JSON.parse(stdout.trim().split('\n').at(-1)!);
  };

  const server = spawn(process.execPath, [program, 'start', market, '--json'], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const [started] = await once(createInterface({ input: server.stdout }), 'line');
  const { url } = JSON.parse(started);

  expect(await avow('keys', 'rotate', 'region')).toEqual({ key: 'region', done: true });
  writeFileSync(join(home, 'next'), 'a passphrase that was chosen', { mode: 0o600 });
  expect(await avow('keys', 'rotate', 'root', '--to', 'next')).toMatchObject({ changed: 'now' });
  expect(await avow('keys')).toMatchObject({ underWay: [] });
  expect((await fetch(`${url}/ready`)).status).toBe(200);

  const closed = once(server, 'close');
  server.kill('SIGTERM');
  expect((await closed)[0]).toBe(0);
  const audited = await avow('audit', '--keys', env.AVOW_KEYS, '--passphrase', 'next');
  expect(audited).toMatchObject({ ok: true });
}, 120_000);
