import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { bin, folder, run, start, stop } from './running.ts';

const LINES = 6_000;
const PEOPLE = 5;

/** Sends a write to a server, with the first API key. */
async function write(url: string, key: string, path: string, body: object = {}) {
  const response = await fetch(`${url}/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': `${path} ${JSON.stringify(body)} ${Math.random()}`,
    },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, string>;
}

async function register(url: string, key: string, value: string): Promise<void> {
  const { person } = await write(url, key, 'subjects', { country: 'CN' });
  await write(url, key, `subjects/${person}/agreement`, { answer: 'accept', language: 'en' });
  const category = 'contact.email';
  const kept = { purpose: 'account', fields: { [category]: value }, findBy: [category] };
  await write(url, key, `subjects/${person}/fields`, kept);
  await write(url, key, `subjects/${person}/verified`, { category, value });
}

/** Runs the program until it tells that it is beyond a line; whoever is named is killed then. */
async function killedBeyond(line: number, args: string[], cwd: string, killed?: ChildProcess) {
  const env = { PATH: process.env['PATH'] };
  const child = spawn(process.execPath, [bin, ...args], { cwd, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  for await (const said of createInterface({ input: child.stderr })) {
    const [, reached = '0'] = /^line ([\d,]+):/.exec(said) ?? [];
    if (Number(reached.replace(',', '')) > line) (killed ?? child).kill('SIGKILL');
  }
  return closed;
}

test('avow import goes on where it was, whoever of the two was killed, and lists what did not go in', {
  timeout: 120_000,
}, async () => {
  const home = folder();
  const first = await start(home);
  const key = readFileSync(first.started.places.apiKey, 'utf8').trim();
  const { url } = first.started;
  for (let at = 0; at < PEOPLE; at++) await register(url, key, `p${at}@example.com`);
  const { engagement } = await write(url, key, 'parties/panel/engagements', {
    as: 'marketingPartner',
    purposes: ['service.personal'],
    categories: ['partner.profile'],
    country: 'CN',
    means: 'opt-in',
  });
  writeFileSync(join(home, 'statement.txt'), 'Everybody ticked a box on paper.');
  const wide = 'x'.repeat(300);
  const rows = Array.from({ length: LINES }, (_, at) => `p${at}@example.com,${at},${wide}`);
  writeFileSync(join(home, 'delivery.csv'), `email,likes,note\n${rows.join('\n')}\n\n`);
  const command = (server: string) => [
    ...['import', 'delivery.csv', '--party', 'panel', '--engagement', engagement!],
    ...['--statement', 'statement.txt', '--match', 'contact.email', '--map', 'email=contact.email'],
    ...['--map', 'likes=partner.profile', '--map', 'note=', '--rejects', 'rejects.csv'],
    ...['--server', server, '--json'],
  ];

  expect(await killedBeyond(500, command(url), home)).toEqual([null, 'SIGKILL']);
  expect((await killedBeyond(2_000, command(url), home, first.child))[0]).toBe(2);
  const second = await start(home);
  const done = await run(command(second.started.url), home);
  expect(done.stderr).toMatch(/^goes on from line \d/);
  expect(done.code).toBe(1);
  expect(JSON.parse(done.stdout)).toMatchObject({
    state: 'done',
    kept: PEOPLE,
    next: LINES + 3,
    rejected: { unmatched: LINES - PEOPLE },
  });
  const told = readFileSync(join(home, 'rejects.csv'), 'utf8').trimEnd().split('\n');
  expect(told).toEqual([
    'line,code,column,sentence',
    ...Array.from({ length: LINES - PEOPLE }, (_, at) => `${at + PEOPLE + 2},unmatched,"",`),
  ]);
  // Once more: it is done, and that is what is told.
  const again = await run(command(second.started.url), home);
  expect([again.code, again.stdout]).toEqual([1, done.stdout]);
  const wrong = await run(command(second.started.url).toSpliced(5, 1, 'none'), home);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('AVOW_NOT_FOUND')]);
  await stop(second.child, 'SIGTERM');
});
