import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { alter, forgetCheckpoint } from '../../vault/test/alter.ts';
import { onPostgres, storesOf } from '../../vault/test/stores.ts';
import { folder, market, run, start, stop } from './running.ts';

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

  test('ends when its log becomes shorter, and a start says why', async () => {
    const home = folder();
    const { child, started } = await start(home);
    const headers = {
      authorization: `Bearer ${readFileSync(started.places.apiKey, 'utf8').trim()}`,
      'content-type': 'application/json',
    };
    const register = () =>
      fetch(`${started.url}/v1/subjects`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': randomUUID() },
        body: JSON.stringify({ kind: 'person', country: 'CN' }),
      });
    const size = async () =>
      (await (await fetch(`${started.url}/log/checkpoint`)).text()).split('\n')[1];
    const before = await size();
    expect((await register()).status).toBe(201);
    await vi.waitFor(async () => expect(await size()).not.toBe(before), 10_000);
    const closed = once(child, 'close');
    await alter(onPostgres ? (await storesOf(home)).data : started.places.data, forgetCheckpoint);
    await register();
    expect((await closed)[0]).toBe(2);
    expect((await run(['start', market], home)).stderr).toContain('AVOW_ROLLED_BACK');
  });

  test('lets go of the data when the port cannot be had', async () => {
    const home = folder();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const PORT = String((taken.address() as { port: number }).port);
    const refused = await run(['start', market], home, { PORT });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/EADDRINUSE.*PORT=4100/);
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

  test('refuses an AVOW_URL that is no origin by its name, and says nothing of what stands in it', async () => {
    const url = 'https://me:secret@market.example';
    const refused = await run(['start', market], folder(), { AVOW_URL: url });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^avow: AVOW_URL is an origin/);
    expect(refused.stderr).not.toContain('secret');
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
