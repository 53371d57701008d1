import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { auditFiles, openAnchorFile, openVault } from '../../src/index.ts';
import { collect, register } from '../deeds.ts';
import { hold } from '../holds.ts';
import { keyringOf } from '../root-key.ts';
import { newDatabase } from './database.ts';

const ROWS = 1_500;
const HELD = 200;

it('two that sweep at once share the work, and neither complains', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-sweeping-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const anchor = openAnchorFile(join(folder, 'checkpoint'));
  const [data, keys, rootKey] = [await newDatabase(), await newDatabase(), randomBytes(32)];
  let now = Date.UTC(2026, 0, 5);
  const faults: unknown[] = [];
  const open = () =>
    openVault({
      ...{ data, keys, anchor, keyring: keyringOf(rootKey), origin: 'market.example/avow' },
      clock: { now: () => now },
      report: (fault) => faults.push(fault),
    });
  const [one, two] = [await open(), await open()];
  const people = await Promise.all(Array.from({ length: 10 }, () => register(one)));
  const expires = now + 1_000;
  await Promise.all(
    Array.from({ length: ROWS }, (_, at) =>
      collect(one, people[at % people.length]!, `${at}`, { expires: expires + (at % 7) }),
    ),
  );
  const kept = await register(one);
  await Promise.all(Array.from({ length: HELD }, () => collect(one, kept, 'x', { expires })));
  await hold(two, kept);
  now += 10_000;

  const removed = await Promise.all([one.sweepExpired(), two.sweepExpired()]);
  // One may leave it to the other, which then does it all.
  expect(removed[0]! + removed[1]!).toBe(ROWS);
  expect(await one.sweepExpired()).toBe(0);
  expect((await one.upkeep()).held).toBe(HELD);
  expect(faults).toEqual([]);
  const { vkey } = one;
  await one.close();
  await two.close();
  expect(await auditFiles({ data, anchor, vkey })).toMatchObject({ ok: true });
}, 120_000);
