import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { onPostgres, storesOf } from '../../vault/test/stores.ts';

const program = join(import.meta.dirname, '../src/bin.ts');
const market = join(import.meta.dirname, '../../../policies/market');

/** What `avow start --json` says of itself. */
interface Started {
  readonly url: string;
  readonly log: { readonly vkey: string };
  readonly places: { readonly apiKey: string; readonly data: string };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'avow-start-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

// The program starts a dozen times: Node may keep what it has compiled.
const cache = mkdtempSync(join(tmpdir(), 'avow-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const { PATH } = process.env;
async function environment(home: string, more: Readonly<Record<string, string>>) {
  const ours = { PATH, PORT: '0', NODE_COMPILE_CACHE: cache };
  if (!onPostgres) return { ...ours, ...more };
  const { data, keys } = await storesOf(home);
  return { ...ours, AVOW_DATA: data, AVOW_KEYS: keys, ...more };
}

/** Starts the program and resolves once it says that it serves. */
async function start(cwd: string, more: Readonly<Record<string, string>> = {}) {
  const env = await environment(cwd, more);
  const child = spawn(process.execPath, [program, 'start', market, '--json'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout }).on('line', (row) => said.push(row));
  await Promise.race([once(lines, 'line'), once(child, 'close')]);
  return { child, said, started: JSON.parse(said[0] ?? '') as Started };
}

/** Asks it to stop; resolves to the exit code once it has said everything. */
async function stop(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM'): Promise<number> {
  const closed = once(child, 'close');
  child.kill(signal);
  return (await closed)[0];
}

/** Runs the program to its end. */
async function run(args: readonly string[], cwd: string, more: Record<string, string> = {}) {
  const env = await environment(cwd, more);
  return promisify(execFile)(process.execPath, [program, ...args], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (fault: { code: number; stdout: string; stderr: string }) => fault,
  );
}

describe('avow start', () => {
  test('serves the policy, is audited while it does, stops when asked, and keeps what it had', async () => {
    const home = folder();
    const first = await start(home);
    const { url, places } = first.started;
    const key = readFileSync(places.apiKey, 'utf8').trim();
    expect(statSync(places.apiKey).mode & 0o077).toBe(0);

    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await (await fetch(`${url}/policy?lang=zh-CN`)).text()).toContain('id="2.a.1"');
    writeFileSync(join(home, 'policy.json'), await (await fetch(`${url}/policy.json`)).text());
    const compared = await run(['diff', 'policy.json', market, '--json'], home);
    expect(JSON.parse(compared.stdout)).toMatchObject({ changes: [], major: false });

    const created = await fetch(`${url}/v1/subjects`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': 'one',
      },
      body: JSON.stringify({ kind: 'person', country: 'CN' }),
    });
    expect(created.status).toBe(201);

    const audited = await run(['audit', '--json'], home);
    expect(JSON.parse(audited.stdout)).toMatchObject({ ok: true });

    expect(await stop(first.child, 'SIGTERM')).toBe(0);
    expect(first.said.at(-1)).toBe('{"stopped":"SIGTERM"}');

    const second = await start(home);
    expect(second.started.log.vkey).toBe(first.started.log.vkey);
    expect(readFileSync(places.apiKey, 'utf8').trim()).toBe(key);
    expect(await stop(second.child, 'SIGINT')).toBe(0);

    const keys = onPostgres ? (await storesOf(home)).keys : 'keys';
    const after = await run(['audit', '--keys', keys, '--json'], home);
    expect(JSON.parse(after.stdout)).toMatchObject({ ok: true });
  });

  // On PostgreSQL several may have it: see e2e/servers.
  test.skipIf(onPostgres)('leaves alone what another process has open', async () => {
    const home = folder();
    const { child } = await start(home);
    const second = await run(['start', market], home);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toContain('AVOW_LOCKED');
    await stop(child, 'SIGTERM');
  });

  test('lets go of the data when the port cannot be had', async () => {
    const home = folder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const PORT = String((taken.address() as { port: number }).port);
    const refused = await run(['start', market], home, { PORT });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('EADDRINUSE');
    taken.close();
    const { child } = await start(home);
    expect(await stop(child, 'SIGTERM')).toBe(0);
  });

  test('makes up no passphrase in production, and says how to make one', async () => {
    const refused = await run(['start', market], folder(), { AVOW_ENV: 'production' });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('AVOW_KEYRING');
    expect(refused.stderr).toContain('openssl rand');
  });

  test.each([
    ['PORT', '40O0'],
    ['PORT', '65536'],
    ['AVOW_ENV', 'staging'],
    ['AVOW_KEY_RATE', '100'],
    ['AVOW_ADDRESS_RATE', '0/10'],
    ['AVOW_PROXIES', 'proxy.example'],
    ['AVOW_QUEUE', '0'],
  ])('refuses %s=%s', async (name, value) => {
    const refused = await run(['start', market], folder(), { [name]: value });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(value);
  });

  test('sends traces and metrics to a collector, if there is one, and names nobody there', async () => {
    const received = new Map<string, string>();
    const collector = createHttpServer(async (request, response) => {
      const { url = '', headers } = request;
      const sent = (await buffer(request)).toString('latin1');
      received.set(url, `${received.get(url) ?? ''}${headers['content-type']}\n${sent}`);
      response.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void collector.close());
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;

    const { child, started } = await start(folder(), {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_SERVICE_NAME: 'harbour',
    });
    await (await fetch(`${started.url}/v1/subjects/Mei-Lin`)).text();
    expect(await stop(child, 'SIGTERM')).toBe(0);

    expect([...received.keys()].sort()).toEqual(['/v1/metrics', '/v1/traces']);
    for (const sent of received.values()) {
      expect(sent).toMatch(/^application\/x-protobuf\n/);
      expect(sent).toContain('harbour');
      expect(sent).toContain('/v1/subjects/:person');
      for (const secret of ['Mei-Lin', '127.0.0.1', market]) expect(sent).not.toContain(secret);
    }
    expect(received.get('/v1/metrics')).toContain('db.client.operation.duration');
  });

  test('puts no policy in force that is not fit for it', async () => {
    const broken = join(import.meta.dirname, 'policies/broken');
    const home = folder();
    const refused = await run(['start', broken], home);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('sentence 2.a.3 has nothing behind it');
    expect(refused.stdout).toContain('Sentence 2.a.1 permits');
  });
});
