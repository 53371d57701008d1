import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditReaders } from '../../src/audit/files.ts';
import { outdatedSince } from '../../src/audit/outdated-since.ts';
import { memoryAnchor } from '../../src/backup/memory-anchor.ts';
import {
  dataSchema,
  keySchema,
  openVault,
  type PersonId,
  systemClock,
  takeBackup,
  type Vault,
} from '../../src/index.ts';
import { openReader } from '../../src/place.ts';
import { CLASSES, collect, register, replaceKeys, show } from '../deeds.ts';
import { keyringOf, onPostgres } from '../place.ts';
import { fileOf, makeRestoring, type Restoring } from './restoring.ts';

const rootKey = Buffer.alloc(32, 7);
const keyring = keyringOf(rootKey);
let place: Restoring;
let vault: Vault;
let person: PersonId;

beforeEach(async () => {
  place = makeRestoring(() => vault.vkey, rootKey);
  vault = await place.open();
  person = await register(vault);
  await collect(vault, person, 'a phone');
  await vault.flush();
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

const phones = async (of: Vault) => (await show(of, await of.keysFor(person, CLASSES))).texts;

async function rekey(): Promise<void> {
  await replaceKeys(vault, person);
  expect(await vault.rekey(person)).toBe(true);
  await vault.flush();
}

describe('when somebody’s keys are replaced', () => {
  it('no backup is taken whose data is from before and whose keys are from after', async () => {
    await vault.close();
    const worker = join(import.meta.dirname, 'rekey-worker.ts');
    const { data, keys, anchor } = place;
    const given = [data, keys, anchor, rootKey.toString('hex'), person];
    let isReplaced = false;
    const taking = takeBackup({
      ...{ data, keys, to: join(place.folder, 'backup') },
      clock: {
        // Asked for between the two copies.
        now() {
          if (!isReplaced) execFileSync(process.execPath, ['--no-warnings', worker, ...given]);
          isReplaced = true;
          return systemClock.now();
        },
      },
    });
    await expect(taking).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    await expect(taking).rejects.toThrow('take it again');
    expect(isReplaced).toBe(true);
    // Nothing of the keys is left lying about.
    expect(['backup', 'backup.partial'].some((name) => existsSync(join(place.folder, name)))).toBe(
      false,
    );
    const back = await place.restore(await place.backUp());
    expect(back.restored).toMatchObject({ ok: true });
    vault = await back.open();
    expect(await phones(vault)).toEqual(['a phone']);
  });

  it('an audit beside it takes nothing for altered', async () => {
    const data = await openReader(place.data, dataSchema);
    await rekey();
    const keys = await openReader(place.keys, keySchema);
    const { vkey } = vault;
    const seen = { data, anchored: undefined, vkey };
    const isOutdated = outdatedSince(place.data);
    const audited = await auditReaders({ ...seen, open: { keys, keyring, isOutdated } });
    await keys.close();
    await data.close();
    expect(audited).toMatchObject({ ok: true, counts: { opened: 0 } });
    expect(await vault.sealing()).toMatchObject({ keyless: 0 });
  });

  it('a backup from before is restored with the keys of its day, and with no others', async () => {
    const before = await place.backUp('before');
    await rekey();
    const after = await place.backUp('after');
    const halves = [
      { data: join(before, 'data'), keys: join(after, 'keys') },
      { data: join(after, 'data'), keys: join(before, 'keys') },
    ];
    for (const from of halves) {
      await expect(place.restore(before, { from })).rejects.toMatchObject({ code: 'AVOW_BACKUP' });
    }
    // What is open now is not gone on with: its log is not the one that is anchored from here on.
    await vault.close();
    const back = await place.restore(before, { acceptLoss: true });
    expect(back.restored).toMatchObject({ ok: true });
    vault = await back.open();
    expect(await phones(vault)).toEqual(['a phone']);
    await rekey();
    expect(await phones(vault)).toEqual(['a phone']);
  });

  // On SQLite a copy is a store: whoever puts its files back by hand asks nobody.
  it.skipIf(onPostgres)(
    'two files of different days serve nobody whose keys they lack',
    async () => {
      const before = await place.backUp('before');
      const then = await vault.checkpoint();
      await rekey();
      const after = await place.backUp('after');
      const newest = await vault.checkpoint();
      const old = { data: fileOf(before, 'data'), keys: fileOf(before, 'keys') };
      const now = { data: fileOf(after, 'data'), keys: fileOf(after, 'keys') };
      const opened = (data: string, keys: string, anchored: string) =>
        openVault({
          ...{ data, keys, keyring, anchor: memoryAnchor(anchored) },
          origin: 'market.example/avow',
        });
      const rolledBack = { code: 'AVOW_ROLLED_BACK' };
      await expect(opened(old.data, now.keys, newest)).rejects.toMatchObject(rolledBack);
      // Where the checkpoint that is kept outside was put back as well, it is found at the first use.
      for (const [data, keys, anchored] of [
        [old.data, now.keys, then],
        [now.data, old.keys, newest],
      ] as const) {
        const other = await opened(data, keys, anchored);
        for (const use of [() => phones(other), () => collect(other, person, 'another')]) {
          await expect(use()).rejects.toMatchObject(rolledBack);
        }
        const somebody = await register(other);
        await collect(other, somebody, 'theirs');
        await other.close();
      }
    },
  );
});
