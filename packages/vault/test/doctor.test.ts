import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Check,
  examineVault,
  guardClock,
  openAnchorFile,
  openTombstoneFile,
  type PersonId,
  type Vault,
} from '../src/index.ts';
import { alter } from './alter.ts';
import { CLASSES, collect, register } from './deeds.ts';
import { hold, lift } from './holds.ts';
import { keyringOf, makePlace, onPostgres, type Place } from './place.ts';

const HOUR = 3_600_000;
const rootKey = Buffer.alloc(32, 8);

let place: Place;
let vault: Vault;

beforeEach(async () => {
  place = makePlace(rootKey);
  vault = await place.open();
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

/** How each thing stands, seen from so many milliseconds later; beside the open vault. */
async function statesLater(ms = 0): Promise<Partial<Record<Check, string>>> {
  const found = await examineVault({
    data: place.data,
    keys: place.keys,
    keyring: keyringOf(rootKey),
    anchor: openAnchorFile(place.anchor),
    tombstones: openTombstoneFile(place.tombstones),
    vkey: vault.vkey,
    files: [],
    clock: { now: () => Date.now() + ms },
  });
  return Object.fromEntries(found.map(({ check, state }) => [check, state]));
}

describe('doctor', () => {
  it('finds a vault at work in good order', async () => {
    const person = await register(vault);
    await collect(vault, person, 'a phone');
    await (await vault.erase(await register(vault))).swept;
    await vault.flush();
    const later = await statesLater(3 * HOUR);
    const { disk, 'database-data': data, 'database-keys': keys, ...states } = later;
    // A database server has a clock of its own, which is then three hours behind.
    expect([data, keys]).toEqual(onPostgres ? ['warn', 'warn'] : [undefined, undefined]);
    expect(await statesLater()).toMatchObject(onPostgres ? { 'database-keys': 'ok' } : {});
    expect(['ok', 'warn']).toContain(disk);
    expect(new Set(Object.values(states))).toEqual(new Set(['ok']));
    expect(Object.keys(states)).toHaveLength(14);
  });

  it('tells of records past their time', async () => {
    const expires = Date.now() + HOUR;
    await collect(vault, await register(vault), 'a phone', { expires });
    expect(await statesLater(2 * HOUR)).toMatchObject({ retention: 'ok' });
    expect(await statesLater(4 * HOUR)).toMatchObject({ retention: 'warn' });
  });

  it('takes what a legal hold keeps for being in order', async () => {
    const person = await register(vault);
    await collect(vault, person, 'a phone', { expires: Date.now() + HOUR });
    const id = await hold(vault, person);
    await (await vault.erase(person)).swept;
    expect(await statesLater(4 * HOUR)).toMatchObject({ retention: 'ok', erasures: 'ok' });
    await lift(vault, person, id);
  });

  it('tells of time without an entry that nobody has confirmed', async () => {
    const later = Date.now() + 40 * 24 * HOUR;
    const clock = guardClock({ now: () => later }, { passed: () => 0 });
    await vault.close();
    vault = await place.open({ clock, report: () => undefined });
    expect(await statesLater(41 * 24 * HOUR)).toMatchObject({ clock: 'fail' });
    await vault.confirmClock();
    expect(await statesLater(41 * 24 * HOUR)).toMatchObject({ clock: 'ok' });
  });

  it('tells of keys that nobody needs, once nobody can be about to', async () => {
    await vault.keysFor(vault.mint() as PersonId, CLASSES);
    expect(await statesLater()).toMatchObject({ orphans: 'ok' });
    expect(await statesLater(2 * HOUR)).toMatchObject({ orphans: 'warn' });
  });

  it('tells of a clock that was put back, and of nothing else by that', async () => {
    expect(await statesLater(-2 * HOUR)).toMatchObject({ clock: 'fail', anchor: 'ok' });
  });

  it('tells of erasures that were cut off', async () => {
    await register(vault);
    await alter(place.data, "UPDATE person SET state = 'erasing'");
    expect(await statesLater()).toMatchObject({ erasures: 'warn' });
  });

  it('tells of entries that nobody puts into the tree', async () => {
    await vault.close();
    vault = await place.open({ interval: HOUR });
    await Promise.all(Array.from({ length: 1_000 }, () => register(vault)));
    expect(await statesLater()).toMatchObject({ backlog: 'warn', anchor: 'ok' });
  });

  it('tells of a store for newer programs', async () => {
    await alter(place.data, "UPDATE meta SET value = 99 WHERE name = 'worksFrom'");
    expect(await statesLater()).toMatchObject({ schema: 'fail' });
  });
});
