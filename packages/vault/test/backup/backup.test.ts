import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFiles } from '../../src/audit/files.ts';
import { openAnchorFile, openVault, takeBackup, type Vault } from '../../src/index.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { keyringOf, onPostgres } from '../place.ts';
import { fileOf, makeRestoring, type Restoring } from './restoring.ts';

const PHONE = '+86 139 0000 4711';

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

/** Every file of a backup. */
function filesOf(backup: string): string[] {
  return readdirSync(backup, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a backup', () => {
  it('is taken beside the open vault, and restored to what it was', async () => {
    const person = await register(vault);
    await collect(vault, person, PHONE);
    await vault.flush();
    const backup = await place.backUp();
    await vault.close();

    const back = await place.restore(backup);
    expect(back.restored).toMatchObject({ ok: true, erased: 0, loss: undefined });
    const again = await back.open();
    const shown = await show(again, await again.keysFor(person, CLASSES));
    expect(shown.texts).toEqual([PHONE]);
    await again.close();
  });

  it('has in the log what waited for it, and is not older than an anchor that knows of it', async () => {
    await vault.close();
    vault = await place.open({ interval: 3_600_000 });
    await register(vault);
    const backup = await place.backUp();
    await vault.flush();
    await vault.close();
    const { restored } = await place.restore(backup);
    expect(restored).toMatchObject({ ok: true, loss: undefined });
  });

  it('continues a checkpoint taken before it, and says in the log that it came back', async () => {
    await register(vault);
    await vault.flush();
    const before = await vault.checkpoint();
    const backup = await place.backUp();
    await vault.close();
    const back = await place.restore(backup);
    const again = await back.open();
    await again.flush();
    const audit = await auditFiles({
      data: back.data,
      anchor: openAnchorFile(place.anchor),
      vkey: vault.vkey,
      against: before,
      open: { keys: back.keys, keyring: keyringOf(place.rootKey) },
    });
    expect(audit).toMatchObject({ ok: true });
    const [, , last] = (await again.entries(0, 3))!.map((entry) =>
      JSON.parse(Buffer.from(entry).toString()),
    );
    expect(last).toMatchObject({ kind: 'restore', size: 2, anchored: before });
    await again.close();
  });

  it('is for its owner alone', async () => {
    const backup = await place.backUp();
    for (const file of filesOf(backup)) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(backup)).toEqual(['data', 'keys']);
    for (const half of ['.', 'data', 'keys']) {
      expect(statSync(join(backup, half)).mode & 0o777).toBe(0o700);
    }
  });

  it('opens nothing by one half alone', async () => {
    const person = await register(vault);
    await collect(vault, person, PHONE);
    await vault.flush();
    const backup = await place.backUp();
    for (const file of filesOf(backup)) expect(readFileSync(file).includes(PHONE)).toBe(false);

    const anchor = openAnchorFile(place.anchor);
    const common = { anchor, keyring: keyringOf(place.rootKey), origin: vault.origin };
    const data = fileOf(backup, 'data');
    const keys = fileOf(backup, 'keys');
    const nothing = (name: string) => join(place.folder, 'nothing', name);
    const withoutKeys = openVault({ ...common, data, keys: nothing('keys.db') });
    await expect(withoutKeys).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    const withoutData = openVault({ ...common, data: nothing('data.db'), keys });
    await expect(withoutData).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    const progress = (half: string, done: number, total: number) => {
      expect(done).toBeLessThanOrEqual(total);
      told.push(half);
    };
    const to = join(place.folder, 'backup');
    for (let at = 0; at < 40; at++)
      await collect(vault, await register(vault), PHONE.repeat(3_000));
    await takeBackup({ data: place.data, keys: place.keys, to, progress });
    expect(told).toContain('data');
  });

  it('takes no folder that is there, nor one among the stores', async () => {
    const backup = await place.backUp();
    await expect(place.backUp()).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    for (const to of onPostgres
      ? []
      : [join(place.data, '../backup'), join(place.keys, '../backup')]) {
      const taken = takeBackup({ data: place.data, keys: place.keys, to });
      await expect(taken).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    }
    expect(filesOf(backup)).toHaveLength(4);
  });
});
