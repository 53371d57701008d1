import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Anchor,
  auditFiles,
  createVault,
  dataSchema,
  isFault,
  keySchema,
  openAnchorFile,
  systemClock,
  systemRandom,
  type Vault,
} from '../src/index.ts';
import type { Schema } from '../src/port/schema.ts';
import { openDriver } from '../src/sqlite/driver.ts';
import { createStore } from '../src/sqlite/store.ts';
import { CLASSES, collect, register } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';
import { armedFaults } from './sqlite-engine.ts';

const rootKey = new Uint8Array(32).fill(9);
const hows = ['not kept', 'kept'] as const;

let place: Place;
let data: ReturnType<typeof armedFaults>;
let keys: ReturnType<typeof armedFaults>;
let anchor: ReturnType<typeof faultyAnchor>;

beforeEach(() => {
  place = makePlace(rootKey);
  mkdirSync(dirname(place.data), { recursive: true });
  mkdirSync(dirname(place.keys), { recursive: true });
  data = armedFaults();
  keys = armedFaults();
  anchor = faultyAnchor(openAnchorFile(place.anchor));
});

afterEach(() => place.remove());

/** An anchor that reports an error at the next swap: before it was kept, or after. */
function faultyAnchor(inner: Anchor): Anchor & { arm(how: (typeof hows)[number]): void } {
  let armed: (typeof hows)[number] | undefined;
  return {
    arm(how) {
      armed = how;
    },
    read: () => inner.read(),
    async swap(expected, next) {
      const how = armed;
      armed = undefined;
      const isSwapped = how !== 'not kept' && (await inner.swap(expected, next));
      if (how !== undefined) throw new Error('EIO: i/o error');
      return isSwapped;
    },
  };
}

/** A start whose stores are told to fail once they are open. */
async function start(arm: () => void = () => {}): Promise<Vault> {
  const settings = { clock: systemClock, secureDelete: true, queue: 100, batch: 10 };
  const open = (path: string, schema: Schema, faults: typeof data) =>
    createStore({ ...settings, schema, open: () => faults.twist(openDriver(path)) }, () => {});
  const stores = {
    data: open(place.data, dataSchema, data),
    keys: open(place.keys, keySchema, keys),
  };
  arm();
  try {
    return await createVault({
      ...stores,
      keyring: keyringOf(rootKey),
      anchor,
      clock: systemClock,
      random: systemRandom(),
      origin: 'market.example/avow',
      interval: 3_600_000,
      keep: [],
      report: (fault) => {
        throw fault;
      },
    });
  } catch (problem) {
    await Promise.all([stores.data.close(), stores.keys.close()]);
    throw problem;
  }
}

/** Works on: somebody comes, what they say is kept, and all of it is in order. */
async function worksOn(vault: Vault): Promise<void> {
  const person = await register(vault);
  await collect(vault, person, 'kept');
  await vault.keysFor(person, CLASSES);
  await vault.close();
  const files = { data: place.data, anchor: openAnchorFile(place.anchor), vkey: vault.vkey };
  const audit = await auditFiles({
    ...files,
    open: { keys: place.keys, keyring: keyringOf(rootKey) },
  });
  // The genesis entry, the acceptance, the decision to collect.
  expect(audit).toMatchObject({ ok: true, counts: { entries: 3, pending: 0, opened: 1 } });
}

const steps = {
  'making the first keys': (how: (typeof hows)[number]) => keys.arm(how),
  'the genesis entry': (how: (typeof hows)[number]) => data.arm(how),
  'putting the genesis entry into the tree': (how: (typeof hows)[number]) => data.arm(how, 1),
  'the first swap of the anchor': (how: (typeof hows)[number]) => anchor.arm(how),
};

describe.each(Object.entries(steps))('%s', (_, arm) => {
  it.each(hows)('that failed and was %s leaves a start that can be made again', async (how) => {
    await expect(start(() => arm(how))).rejects.toThrow();
    await worksOn(await start());
  });
});

describe('a swap of the anchor', () => {
  it.each(hows)('that failed and was %s is made good by the next round', async (how) => {
    const vault = await start();
    await register(vault);
    anchor.arm(how);
    await expect(vault.flush()).rejects.toThrow('EIO');
    await vault.flush();
    expect(await anchor.read()).toBe(await vault.checkpoint());
    await register(vault);
    await vault.flush();
    expect(await anchor.read()).toBe(await vault.checkpoint());
    await vault.close();
  });

  it.each(hows)('that failed and was %s is made good by the next start', async (how) => {
    const vault = await start();
    await register(vault);
    anchor.arm(how);
    await expect(vault.close()).rejects.toThrow('EIO');
    const again = await start();
    expect(await anchor.read()).toBe(await again.checkpoint());
    await again.close();
  });

  it('by somebody else is not taken for our own', async () => {
    const vault = await start();
    await register(vault);
    const kept = await anchor.read();
    await anchor.swap(kept, 'another note');
    const problem = await vault.flush().catch((thrown: unknown) => thrown);
    expect(isFault(problem, 'AVOW_ANCHOR')).toBe(true);
    await anchor.swap('another note', kept!);
    await vault.close();
  });
});
