import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/index.ts';
import { collect, register } from '../deeds.ts';
import { makeRestoring, type Restoring } from './restoring.ts';

let place: Restoring;
let vault: Vault;

beforeEach(async () => {
  place = makeRestoring(() => vault.vkey);
  vault = await place.open();
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

/** Starts a backup in a process of its own, and kills it at the first step that it tells of. */
async function takeAndKill(to: string): Promise<void> {
  const worker = join(import.meta.dirname, 'take-worker.ts');
  const child = spawn(process.execPath, ['--no-warnings', worker, place.data, place.keys, to], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  child.stdout.once('data', () => child.kill('SIGKILL'));
  expect(await exit).toEqual([null, 'SIGKILL']);
}

describe('a backup that is killed', () => {
  it('leaves nothing that looks whole, and is not in the way of the next', async () => {
    const person = await register(vault);
    // Some thirty steps of a megabyte.
    for (let at = 0; at < 8; at++) await collect(vault, person, 'x'.repeat(4_000_000));
    await vault.flush();
    const to = join(place.folder, 'backup');
    await takeAndKill(to);
    expect(existsSync(to)).toBe(false);
    for (const left of [to, `${to}.partial`]) {
      await expect(place.restore(left)).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    }
    const backup = await place.backUp();
    expect(existsSync(`${to}.partial`)).toBe(false);
    await vault.close();
    expect((await place.restore(backup)).restored.ok).toBe(true);
  });
});
