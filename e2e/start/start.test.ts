import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { example } from '../../scripts/guides/block.ts';

const run = promisify(execFile);
const market = resolve(import.meta.dirname, '../../examples/market/src');

let home: string;
let port: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'avow-start-'));
  port = await freePort();
});
/** Those that a test began; one that fails on the way leaves none of them behind. */
const begun: ChildProcess[] = [];
afterAll(async () => {
  for (const child of begun.filter(({ exitCode }) => exitCode === null)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  await rm(home, { recursive: true, force: true });
});

/** What `npm start` runs, in an empty folder; ends as soon as it says that it is open. */
async function start(
  errors: 'inherit' | 'pipe' = 'inherit',
): Promise<{ process: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(market, 'start.ts')], {
    cwd: home,
    env: { ...process.env, PORT: port },
    stdio: ['ignore', 'pipe', errors],
  });
  begun.push(child);
  let said = '';
  for await (const chunk of child.stdout!) {
    said += chunk;
    if (said.includes('npm run story')) break;
  }
  return { process: child, said };
}

async function stop({ process: child }: { process: ChildProcess }): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

const story = () =>
  run(process.execPath, [join(market, 'story/play.ts')], {
    cwd: home,
    env: { ...process.env, PORT: port },
  });

/** A port that nobody uses at this moment. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port to be had.');
  return String(address.port);
}

test('the story says loudly that there is no market, and ends with 1', async () => {
  await expect(story()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Start the market first'),
  });
});

test('a first start fills the market and says what is where; a second one keeps the data', async () => {
  const first = await start();
  for (const place of [
    'data/avow.db',
    'data/market.db',
    'data/accounts.db',
    'keys/root',
    'keys/administrator',
    'keys/api-key',
    'anchor',
  ]) {
    expect(first.said).toContain(join(home, place));
  }
  expect(first.said).toContain('Demonstration made');
  expect(first.said).toContain('mei@harbour.example');
  const [, carrier = ''] = /(http:\S+) +Lantern Post/.exec(first.said) ?? [];
  expect(await (await fetch(carrier)).text()).toContain('No parcel has been handed to us');
  // Whoever else is on the machine reads neither the key nor the administrator's password.
  for (const secret of ['keys/administrator', 'keys/api-key', 'partners/carrier/keys.json']) {
    expect((await stat(join(home, secret))).mode & 0o077).toBe(0);
  }
  const shelves = await (await fetch(`http://localhost:${port}/`)).text();
  await stop(first);
  await expect(fetch(carrier)).rejects.toThrow();

  const second = await start();
  expect(second.said).toContain('Data kept');
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe(shelves);
  await stop(second);
}, 120_000);

test('what the README types into a shell about somebody is refused, with its sentence', async () => {
  const market = await start();
  const typed = example('README.md', 'http').replaceAll('localhost:4000', `localhost:${port}`);
  const [named, asked = ''] = typed.split(/^person=.*$/m);
  const shell = (line: string) => run('/bin/sh', ['-ec', line], { cwd: home });
  const { stdout: created } = await shell(named ?? '');
  const { person } = JSON.parse(created);
  const functions = (named ?? '').split('\n', 1)[0];
  const { stdout: answered } = await shell(`${functions}\nperson=${person}\n${asked}`);
  expect(JSON.parse(answered)).toMatchObject({ permitted: false, sentence: '2.a.1' });
  await stop(market);
}, 60_000);

test('asked to stop while it opens, it is closed as at any other time', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'avow-start-'));
  const watcher = watch(empty);
  const begins = once(watcher, 'change');
  const child = spawn(process.execPath, [join(market, 'start.ts')], {
    cwd: empty,
    env: { ...process.env, PORT: await freePort() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  begun.push(child);
  const said = text(child.stdout);
  await begins;
  watcher.close();
  await stop({ process: child });
  expect(await said).toContain('What was answered is kept');
  await rm(empty, { recursive: true, force: true });
}, 60_000);

test('asked to stop where the anchor cannot be reached, it says so and ends with 2', async () => {
  const { process: child } = await start('pipe');
  const errors = text(child.stderr!);
  const anchor = join(home, 'anchor');
  await rename(anchor, `${anchor}-away`);
  await writeFile(anchor, 'no folder');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([2, null]);
  expect(await errors).toMatch(/^The market could not close well: .*anchor/m);
  await rm(anchor);
  await rename(`${anchor}-away`, anchor);
}, 60_000);

test('a start that cannot be says why in one line, and ends with 2, as avow start does', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const inUse = String((taken.address() as AddressInfo).port);
  const begin = (env: NodeJS.ProcessEnv) =>
    run(process.execPath, [join(market, 'start.ts')], {
      cwd: home,
      env: { ...process.env, ...env },
    });
  for (const [env, why] of [
    [{ PORT: 'abc' }, /^The market stays closed: PORT is a number.*\n$/],
    [{ PORT: inUse }, /^The market stays closed: .*EADDRINUSE.*PORT=4100.*\n$/],
  ] as const) {
    await expect(begin(env)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(why),
    });
  }
  taken.close();
});

test('the story plays through, twice on the same market, and the audit passes', async () => {
  const market = await start();
  for (const _ of ['a day', 'another day']) {
    const { stdout } = await story();
    expect(stdout).toContain('Everything holds.');
    expect(stdout).toContain('Every answer was the policy’s.');
    expect(stdout).toMatch(/3\.f .*\b1 +2/);
  }
  await stop(market);
}, 120_000);
