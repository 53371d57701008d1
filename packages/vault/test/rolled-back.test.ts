import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Anchor,
  openAnchorFile,
  type PersonId,
  takeBackup,
  type Vault,
} from '../src/index.ts';
import { nobody } from '../src/port/observer.ts';
import { alter, forgetCheckpoint } from './alter.ts';
import { register } from './deeds.ts';
import { makePlace, onPostgres, type Place } from './place.ts';

let place: Place;
let vault: Vault;
let told = 0;

beforeEach(async () => {
  place = makePlace();
  told = 0;
  const broken = () => {
    told += 1;
  };
  const observer = { ...nobody, broken };
  vault = await place.open({ interval: 3_600_000, observer });
});

afterEach(() => place.remove());

/** A copy of both stores that lags: what another server goes on with, and anchors, is not in it. */
async function copyThatLags() {
  await register(vault);
  await vault.flush();
  const kept: string | undefined = await vault.checkpoint();
  await vault.close();
  const data = await place.elsewhere('data');
  const keys = await place.elsewhere('keys');
  cpSync(dirname(place.data), dirname(data), { recursive: true });
  cpSync(dirname(place.keys), dirname(keys), { recursive: true });
  const other = await place.open({ interval: 3_600_000 });
  for (let people = 0; people < 9; people++) await register(other);
  await other.flush();
  const ahead: string | undefined = await other.checkpoint();
  await other.close();
  const open = (anchor: Anchor, interval = 3_600_000) =>
    place.open({ interval, anchor, data, keys });
  return { ahead, lags: { kept, open } };
}

describe('a log that is put back under a vault that runs', () => {
  it('is not gone on with: nothing is signed beside what was signed, and the anchor stays', async () => {
    let person: PersonId | undefined;
    for (let people = 0; people < 3; people++) person = await register(vault);
    await vault.flush();
    const signed = await vault.checkpoint();
    expect(readFileSync(place.anchor, 'utf8')).toBe(signed);

    await alter(place.data, forgetCheckpoint);

    await register(vault);
    await expect(vault.flush()).rejects.toMatchObject({
      code: 'AVOW_ROLLED_BACK',
      message: expect.stringContaining('restore the newest backup'),
    });
    expect(readFileSync(place.anchor, 'utf8')).toBe(signed);
    // Nor is anything kept in it, or answered; what is public stays readable.
    expect(told).toBe(1);
    await expect(register(vault)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(vault.takesWrites()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(vault.erase(person!)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    expect(await vault.entries(0, 1)).toBeDefined();
    await expect(vault.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(place.open({})).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('is not copied as if it were whole', async () => {
    for (let people = 0; people < 3; people++) await register(vault);
    await vault.flush();
    const { data, keys } = place;
    const copies = { data, keys, anchor: openAnchorFile(place.anchor) };
    const taken = await takeBackup({ ...copies, to: join(place.folder, 'whole') });
    expect(taken.log.checkpoint).toBe(await vault.checkpoint());
    await alter(place.data, forgetCheckpoint);
    const to = join(place.folder, 'short');
    await expect(takeBackup({ ...copies, to })).rejects.toMatchObject({
      code: 'AVOW_ROLLED_BACK',
      message: expect.stringContaining('this is no backup'),
    });
    for (const left of [to, `${to}.partial`]) expect(existsSync(left)).toBe(false);
    await expect(vault.flush()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(vault.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it('is not taken for whole because nothing that tells is where it was said to be', async () => {
    for (let people = 0; people < 3; people++) await register(vault);
    await vault.flush();
    const { data, keys, folder } = place;
    for (const [name, kept] of [
      ['nothing', undefined],
      ['an empty file', ''],
      ['that of another log', readFileSync(place.anchor, 'utf8').replaceAll('market.', 'fair.')],
    ] as const) {
      const anchor: Anchor = { read: async () => kept, swap: async () => false };
      const taking = takeBackup({ data, keys, anchor, to: join(folder, name) });
      await expect(taking).rejects.toMatchObject({
        code: 'AVOW_ANCHOR',
        message: expect.stringContaining('no checkpoint of the log market.example/avow'),
      });
    }
    await vault.close();
  });

  it('is not gone on with by whoever made no round of their own yet', async () => {
    for (let people = 0; people < 3; people++) await register(vault);
    await vault.close();
    const fresh = await place.open({ interval: 3_600_000 });
    const signed = await fresh.checkpoint();
    await alter(place.data, forgetCheckpoint);
    const left = await fresh.checkpoint();
    expect(left).not.toBe(signed);
    await register(fresh);
    await expect(fresh.flush()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    expect(await fresh.checkpoint()).toBe(left);
    expect(readFileSync(place.anchor, 'utf8')).toBe(signed);
    await expect(fresh.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });

  it.skipIf(onPostgres)(
    'is compared with what another anchored before anything is signed beside it',
    async () => {
      const { lags, ahead } = await copyThatLags();
      const { kept, open } = lags;
      let anchored = kept;
      const refusing = { read: async () => anchored, swap: async () => false };
      const lagging = await open(refusing);
      anchored = ahead;
      await register(lagging);
      await expect(lagging.flush()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
      expect(await lagging.checkpoint()).toBe(kept);
      await expect(lagging.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    },
  );

  it.skipIf(onPostgres)(
    'is signed no further once that is known, whatever still waits',
    async () => {
      const { lags, ahead } = await copyThatLags();
      let { kept } = lags;
      let lagging: Vault | undefined;
      const anchor: Anchor = {
        read: async () => kept,
        async swap() {
          // While the round is under way, after it looked: something is kept, and another goes ahead.
          await register(lagging!);
          kept = ahead;
          return false;
        },
      };
      lagging = await lags.open(anchor, 1);
      await register(lagging);
      await expect(lagging.flush()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
      const signed = await lagging.checkpoint();
      await expect(lagging.flush()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
      await expect(register(lagging)).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
      await setTimeout(50);
      expect(await lagging.checkpoint()).toBe(signed);
      await expect(lagging.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    },
  );
});
