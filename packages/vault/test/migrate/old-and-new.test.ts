import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import {
  auditFiles,
  dataSchema,
  keySchema,
  migrateStores,
  openAnchorFile,
  openTombstoneFile,
  openVault,
} from '../../src/index.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { keyringOf } from '../root-key.ts';
import { engines, type FormedEngine, folder } from './engines.ts';
import { recorded, rootKey } from './form-1.ts';

const { people, vkey, checkpoints } = recorded;
const keyring = keyringOf(rootKey);

/** Places of a deployment whose log has come as far as a checkpoint of the recorded one. */
async function placesOf(engine: FormedEngine, note: string) {
  const outside = join(folder(), 'anchor');
  mkdirSync(outside);
  writeFileSync(join(outside, 'checkpoint'), note);
  return {
    data: await engine.place(),
    keys: await engine.place(),
    anchor: openAnchorFile(join(outside, 'checkpoint')),
    tombstones: openTombstoneFile(join(outside, 'tombstones')),
    origin: 'market.example/avow',
    keyring,
  };
}

describe.each(engines)('stores of form 1 on $name', (engine) => {
  it('are expanded beside a program of form 1, which goes on, and are of today when it is gone', async () => {
    const places = await placesOf(engine, checkpoints[1]);
    const worker = join(import.meta.dirname, 'old-worker.ts');
    const old = spawn(process.execPath, ['--no-warnings', worker, places.data, places.keys], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exit = once(old, 'exit');
    const ended = exit.then(() => Promise.reject(new Error('the old program ended by itself')));
    const lines = createInterface({ input: old.stdout });
    await Promise.race([once(lines, 'line'), ended]);

    await expect(openVault(places)).rejects.toMatchObject({
      code: engine.name === 'SQLite' ? 'AVOW_LOCKED' : 'AVOW_SCHEMA',
    });
    old.stdin.write('go on');
    const [expanded] = await Promise.allSettled([
      migrateStores(places),
      Promise.race([once(lines, 'line'), ended]),
    ]);
    expect(expanded).toMatchObject({ status: 'rejected', reason: { code: 'AVOW_LOCKED' } });
    old.stdin.end();
    expect(await exit).toEqual([0, null]);
    const [data, keys] = await migrateStores(places);
    expect(data).toMatchObject({ store: 'data', from: 2, to: dataSchema.version });
    expect(keys).toMatchObject({ store: 'keys', from: 1, to: keySchema.version });

    const vault = await openVault(places);
    const [mei, joe] = [people.mei, people.joe];
    await collect(vault, mei, 'after');
    const shown = await show(vault, await vault.keysFor(mei, CLASSES));
    expect(shown.texts).toEqual(['+86 139 0000 4711', '+86 139 0000 4712', 'after']);
    await register(vault);
    for (const gone of [people.tom, people.ann]) {
      await expect(vault.keysFor(gone, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    }
    await (await vault.erase(joe)).swept;
    await vault.flush();
    for (const against of checkpoints) {
      const open = { keys: places.keys, keyring };
      const audit = await auditFiles({ ...places, vkey, against, open });
      expect(audit).toMatchObject({ ok: true });
    }
    await vault.close();
  });

  it('migrated, are what an empty place becomes today', async () => {
    const places = await placesOf(engine, checkpoints[0]);
    const { openOldProgram } = await import('./form-1.ts');
    const old = await openOldProgram(places);
    await old.work('first half');
    await old.close();
    await migrateStores(places);
    const fresh = await placesOf(engine, '');
    const made = await openVault({
      ...fresh,
      anchor: openAnchorFile(join(folder(), 'checkpoint')),
    });
    await made.close();
    for (const store of ['data', 'keys'] as const) {
      expect(await engine.shape(places[store])).toEqual(await engine.shape(fresh[store]));
    }
  });

  it('are migrated where the log was put back, which is found by the next start as before', async () => {
    const places = await placesOf(engine, checkpoints[1]);
    const { openOldProgram } = await import('./form-1.ts');
    const old = await openOldProgram(places);
    await old.work('first half');
    await old.close();
    // A form says nothing of what is in the log: it is not for this to refuse, nor to hide.
    const [data] = await migrateStores(places);
    expect(data!.to).toBe(dataSchema.version);
    await expect(openVault(places)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    expect(await places.anchor.read()).toBe(checkpoints[1]);
  });

  it('are left as they are by one who only asks, or a program that starts', async () => {
    const places = await placesOf(engine, checkpoints[0]);
    const { openOldProgram } = await import('./form-1.ts');
    const old = await openOldProgram(places);
    await old.work('first half');
    await old.close();
    const start = openVault(places);
    await expect(start).rejects.toMatchObject({ code: 'AVOW_SCHEMA' });
    await expect(start).rejects.toThrow('avow migrate');
    const [data] = await migrateStores({ ...places, check: true });
    expect(data!.migrations.map(({ to }) => to)).toEqual(
      dataSchema.migrations!.map(({ to }) => to),
    );
    await (await openOldProgram(places)).close();
  });
});
