import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vault } from '../src/index.ts';
import { register } from './deeds.ts';
import { makePlace, type Place } from './place.ts';

let place: Place;
let vault: Vault;
const told: unknown[] = [];

beforeEach(async () => {
  place = makePlace();
  vault = await place.open({ interval: 3_600_000, report: (fault: unknown) => told.push(fault) });
});

afterEach(() => place.remove());

describe('a log that is put back under a vault that runs', () => {
  it('is not gone on with: nothing is signed beside what was signed, and the anchor stays', async () => {
    for (let people = 0; people < 3; people++) await register(vault);
    await vault.flush();
    const signed = await vault.checkpoint();
    expect(readFileSync(place.anchor, 'utf8')).toBe(signed);

    const beside = new DatabaseSync(place.data);
    const latest = '(SELECT max(size) FROM checkpoint)';
    beside.exec(`DELETE FROM checkpoint WHERE size = ${latest}`);
    beside.close();

    await register(vault);
    await expect(vault.flush()).rejects.toMatchObject({
      code: 'AVOW_ROLLED_BACK',
      message: expect.stringContaining('restore the newest backup'),
    });
    expect(readFileSync(place.anchor, 'utf8')).toBe(signed);
    await expect(vault.close()).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
    await expect(place.open({})).rejects.toMatchObject({ code: 'AVOW_ROLLED_BACK' });
  });
});
