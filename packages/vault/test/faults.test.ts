import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  auditVault,
  createVault,
  dataSchema,
  isFault,
  keySchema,
  openAnchorFile,
  openSqliteReader,
  type PersonId,
  systemClock,
  systemRandom,
  type Vault,
} from '../src/index.ts';
import type { Schema } from '../src/port/schema.ts';
import { openDriver } from '../src/sqlite/driver.ts';
import { createStore } from '../src/sqlite/store.ts';
import { CLASSES, collect, decision, register } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';
import { armedFaults } from './sqlite-engine.ts';

const rootKey = new Uint8Array(32).fill(7);
const YEAR = 365 * 24 * 3_600_000;

let place: Place;
let vault: Vault | undefined;
let now: number;
let data: ReturnType<typeof armedFaults>;
let keys: ReturnType<typeof armedFaults>;

beforeEach(() => {
  place = makePlace(rootKey);
  now = systemClock.now();
  data = armedFaults();
  keys = armedFaults();
});

afterEach(async () => {
  await vault?.close();
  vault = undefined;
  place.remove();
});

/** A vault whose two stores can be told to fail at their next COMMIT. */
async function open(): Promise<Vault> {
  const clock = { now: () => now };
  const settings = { clock, secureDelete: true, queue: 100, batch: 10 };
  const store = (path: string, schema: Schema, faults: typeof data) =>
    createStore({ ...settings, schema, open: () => faults.twist(openDriver(path)) }, () => {});
  // The real opening makes the folders.
  await (await place.open({ keyring: keyringOf(rootKey) })).close();
  vault = await createVault({
    data: store(place.data, dataSchema, data),
    keys: store(place.keys, keySchema, keys),
    keyring: keyringOf(rootKey),
    anchor: openAnchorFile(place.anchor),
    clock,
    random: systemRandom(),
    origin: 'market.example/avow',
    interval: 3_600_000,
    keep: [],
    report: (fault) => {
      throw fault;
    },
  });
  return vault;
}

async function auditOk(): Promise<void> {
  await vault!.flush();
  const store = openSqliteReader(place.data, dataSchema);
  const anchored = await openAnchorFile(place.anchor).read();
  expect(await auditVault({ store, vkey: vault!.vkey, anchored })).toMatchObject({ ok: true });
  await store.close();
}

async function count(table: 'record' | 'history' | 'evidence' | 'entry' | 'person') {
  const by = { table, by: 'key', equals: [], limit: 1_000 } as const;
  const [rows] = await vault!.read([by]);
  return rows.length;
}

/** A write, and how often it took effect. */
interface Write {
  readonly store: () => ReturnType<typeof armedFaults>;
  /** Commits that it makes before the one that fails. Default 0. */
  readonly others?: number;
  /** What must be there first. */
  prepare(vault: Vault): Promise<PersonId>;
  run(vault: Vault, person: PersonId): Promise<unknown>;
  effects(person: PersonId): Promise<number>;
}

const idempotency = { key: 'the same request', says: 'one' };

const writes: { readonly [name: string]: Write } = {
  'a decision without effect': {
    store: () => data,
    prepare: (vault) => register(vault),
    run: async (vault, person) => {
      const held = await vault.keysFor(person, CLASSES);
      return vault.act({
        locks: [],
        reads: [],
        keys: [held],
        idempotency,
        decide: () => ({
          answer: undefined,
          outcome: 'refused',
          entries: [{ ...decision('name', 'sell'), permitted: false, subject: { person } }],
        }),
      });
    },
    effects: async () => (await count('history')) - 1,
  },

  'collecting a record': {
    store: () => data,
    prepare: (vault) => register(vault),
    run: (vault, person) => collect(vault, person, 'x', { idempotency }),
    effects: () => count('record'),
  },

  'recording evidence': {
    store: () => data,
    prepare: (vault) => register(vault),
    run: (vault, person) =>
      vault.act({
        locks: [{ on: 'person', id: person, mode: 'exclusive' }],
        reads: [],
        people: [person],
        idempotency,
        decide: (_, { now: at }) => ({
          answer: undefined,
          entries: [
            {
              kind: 'evidence',
              evidence: 'consent',
              state: 'withdrawn',
              changes: [
                {
                  table: 'evidence',
                  after: {
                    id: vault.mint(),
                    kind: 'consent',
                    person,
                    party: null,
                    ref: null,
                    state: 'withdrawn',
                    at,
                    until: null,
                    body: '{}',
                    key: null,
                    sealed: null,
                  },
                },
              ],
            },
          ],
        }),
      }),
    effects: () => count('evidence'),
  },

  'the tombstone of an erasure': {
    store: () => data,
    prepare: (vault) => register(vault),
    run: async (vault, person) => (await vault.erase(person)).swept,
    effects: async () => (await entriesOfKind('erasure')).length,
  },

  'the sweep after a tombstone': {
    store: () => data,
    others: 1,
    prepare: async (vault) => {
      const person = await register(vault);
      await collect(vault, person, 'x');
      return person;
    },
    run: async (vault, person) => (await vault.erase(person)).swept,
    effects: async () => 1 - (await count('record')),
  },

  'the sweep after a tombstone, taken up by the next sweep of all': {
    store: () => data,
    others: 1,
    prepare: async (vault) => {
      const person = await register(vault);
      await collect(vault, person, 'x');
      return person;
    },
    run: async (vault, person) => {
      const [[row]] = await vault.read([readPerson(person)]);
      if (row?.state === 'active') return (await vault.erase(person)).swept;
      await vault.sweepExpired();
      return (await vault.erase(person)).swept;
    },
    effects: async () => 1 - (await count('record')),
  },

  'making a tombstone final': {
    store: () => data,
    // The tombstone itself; then records, blind indexes and history, an act each.
    others: 4,
    prepare: (vault) => register(vault),
    run: async (vault, person) => (await vault.erase(person)).swept,
    effects: async (person) => {
      const [[row]] = await vault!.read([readPerson(person)]);
      return row?.state === 'erased' ? 1 : 0;
    },
  },

  'destroying keys': {
    store: () => keys,
    prepare: (vault) => register(vault),
    run: async (vault, person) => (await vault.erase(person)).swept,
    effects: async () => (await entriesOfKind('erasure')).length,
  },

  'making keys': {
    store: () => keys,
    prepare: async () => 'to come' as PersonId,
    run: (vault, person) => vault.keysFor(person, CLASSES),
    effects: async (person) => {
      const reader = openSqliteReader(place.keys, keySchema);
      const read = { table: 'data', by: 'key', equals: [person], limit: 100 };
      const [rows = []] = await reader.read([read]);
      await reader.close();
      return rows.length / CLASSES.length;
    },
  },

  'sweeping what has expired': {
    store: () => data,
    prepare: async (vault) => {
      const person = await register(vault);
      await collect(vault, person, 'x', { expires: now + 1_000 });
      now += YEAR;
      return person;
    },
    run: (vault) => vault.sweepExpired(),
    effects: async () => (await entriesOfKind('sweep')).length,
  },

  'putting entries into the tree': {
    store: () => data,
    prepare: (vault) => register(vault),
    run: (vault) => vault.flush(),
    effects: async () => {
      const [rows] = await vault!.read([{ table: 'stretch', by: 'key', equals: [], limit: 100 }]);
      expect(rows).toEqual([{ position: 0, arrival: 1, count: expect.any(Number) }]);
      return rows[0]!.count - 1;
    },
  },
};

function readPerson(person: PersonId) {
  return { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
}

async function entriesOfKind(kind: string): Promise<unknown[]> {
  const [rows] = await vault!.read([{ table: 'entry', by: 'key', equals: [], limit: 1_000 }]);
  const bodies = rows.map((row) => JSON.parse(Buffer.from(row.body).toString()));
  return bodies.filter((body) => body.kind === kind);
}

async function failing(work: Promise<unknown>): Promise<void> {
  const problem = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(isFault(problem, 'AVOW_UNCERTAIN', 'AVOW_STORE')).toBe(true);
}

describe.each(Object.entries(writes))('%s', (_, write) => {
  it('that failed and was not kept took no effect, and one when tried again', async () => {
    const opened = await open();
    const person = await write.prepare(opened);
    write.store().arm('not kept', write.others);
    await failing(write.run(opened, person));
    if (write.store() === data) expect(await write.effects(person)).toBe(0);
    await write.run(opened, person);
    expect(await write.effects(person)).toBe(1);
    await auditOk();
  });

  it('that failed but was kept took one effect, and no other when tried again', async () => {
    const opened = await open();
    const person = await write.prepare(opened);
    write.store().arm('kept', write.others);
    await failing(write.run(opened, person));
    expect(await write.effects(person)).toBe(1);
    await write.run(opened, person);
    expect(await write.effects(person)).toBe(1);
    await auditOk();
  });
});
