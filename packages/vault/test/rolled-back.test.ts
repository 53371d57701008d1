import { cpSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Anchor, PersonId, Vault } from '../src/index.ts';
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

  it.skipIf(onPostgres)(
    'is signed no further once that is known, whatever still waits',
    async () => {
      await register(vault);
      await vault.flush();
      let kept: string | undefined = await vault.checkpoint();
      await vault.close();
      // A copy that lags: what another server goes on with, and anchors, is not in it.
      const data = await place.elsewhere('data');
      const keys = await place.elsewhere('keys');
      cpSync(dirname(place.data), dirname(data), { recursive: true });
      cpSync(dirname(place.keys), dirname(keys), { recursive: true });
      const other = await place.open({ interval: 3_600_000 });
      for (let people = 0; people < 9; people++) await register(other);
      await other.flush();
      const ahead = await other.checkpoint();
      await other.close();

      let lagging: Vault | undefined;
      const anchor: Anchor = {
        read: async () => kept,
        async swap() {
          // Kept while the round is under way, after it looked for what waits.
          await register(lagging!);
          return false;
        },
      };
      lagging = await place.open({ interval: 1, anchor, data, keys });
      kept = ahead;
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
