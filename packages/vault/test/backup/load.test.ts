import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { auditFiles, dataSchema, keySchema, openAnchorFile } from '../../src/index.ts';
import { openReader } from '../../src/place.ts';
import { keyringOf } from '../place.ts';
import { makeRestoring } from './restoring.ts';

const BACKUPS = 3;
const rootKey = Buffer.alloc(32, 6);
let vkey = '';
const place = makeRestoring(() => vkey, rootKey);

afterAll(() => place.remove());

/** A process that works the stores as hard as it can; it tells what it was answered. */
function work(): ChildProcessByStdio<Writable, Readable, null> {
  const worker = join(import.meta.dirname, '../crash-worker.ts');
  const { data, keys, anchor } = place;
  const args = ['--no-warnings', worker, data, keys, anchor, rootKey.toString('hex')];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.write('begin');
  return child;
}

/** Of these people, those whom a restored pair of stores still has, or has keys of. */
async function present(
  back: { data: string; keys: string },
  people: readonly string[],
): Promise<string[]> {
  const asked = new Set(people);
  const found: string[] = [];
  const data = await openReader(back.data, dataSchema);
  for await (const { id, state } of data.scan({ table: 'person' })) {
    if (asked.has(String(id)) && state !== 'erased') found.push(String(id));
  }
  await data.close();
  const keys = await openReader(back.keys, keySchema);
  for await (const { person } of keys.scan({ table: 'data' })) {
    if (asked.has(String(person))) found.push(String(person));
  }
  await keys.close();
  return found;
}

describe('backups under load', () => {
  it('open whole, continue an earlier checkpoint, and bring nobody back', async () => {
    vkey = await makeLog();
    const before = readFileSync(place.anchor, 'utf8');
    const child = work();
    const exit = once(child, 'exit');
    const erased: string[] = [];
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const [what, person = ''] = line.split(' ');
      if (what === 'erased') erased.push(person);
    });
    const ended = exit.then(() => Promise.reject(new Error('the worker ended by itself')));
    const untilMore = async (than: number) => {
      while (erased.length <= than) await Promise.race([once(lines, 'line'), ended]);
    };
    const backups: string[] = [];
    for (let at = 0; at < BACKUPS; at++) {
      await untilMore(erased.length);
      backups.push(await place.backUp(`backup-${at}`));
    }
    await untilMore(erased.length + 1);
    child.kill('SIGKILL');
    await exit;

    const kept = readFileSync(place.anchor);
    for (const backup of backups) {
      writeFileSync(place.anchor, kept);
      const back = await place.restore(backup, { acceptLoss: true });
      expect(back.restored).toMatchObject({ ok: true });
      expect(await present(back, erased.slice(0, -1))).toEqual([]);
      const audit = await auditFiles({
        data: back.data,
        anchor: openAnchorFile(place.anchor),
        vkey,
        against: before,
        open: { keys: back.keys, keyring: keyringOf(rootKey) },
      });
      expect(audit).toMatchObject({ ok: true });
    }
  }, 60_000);
});

/** A first start, so that there is a log to back up. Resolves to its verifier key. */
async function makeLog(): Promise<string> {
  const vault = await place.open();
  await vault.close();
  return vault.vkey;
}
