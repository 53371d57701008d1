import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditedFiles, auditFiles } from '../src/audit/files.ts';
import {
  dataSchema,
  isFault,
  keySchema,
  openAnchorFile,
  type PersonId,
  type Read,
  type Schema,
  type Vault,
} from '../src/index.ts';
import { openReader } from '../src/place.ts';
import { CLASSES, collect, decision, register, show } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';

const rootKey = Buffer.alloc(32, 6);
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

/** Files the person's address under a blind index. */
async function indexed(person: PersonId, address: string): Promise<Uint8Array> {
  const digest = vault.blindIndex('email', address);
  const after = { index: 'email', digest, target: person, person };
  await vault.act({
    locks: [],
    reads: [],
    keys: [await vault.keysFor(person, CLASSES)],
    decide: () => ({
      answer: undefined,
      entries: [
        {
          ...decision('email', 'store'),
          subject: { person },
          changes: [{ table: 'blind', after }],
        },
      ],
    }),
  });
  return digest;
}

/** The rows that one read finds in a store, seen from outside. */
async function look(store: string, schema: Schema, read: Partial<Read> & { table: string }) {
  const reader = await openReader(store, schema);
  const [rows = []] = await reader.read([{ by: 'person', equals: [], limit: 1_000, ...read }]);
  await reader.close();
  return rows;
}

/** The wrapped keys of a person, as they lie in the key store. */
async function wrappedKeys(person: PersonId): Promise<Uint8Array[]> {
  const rows = await look(place.keys, keySchema, { table: 'data', by: 'key', equals: [person] });
  return rows.map((row) => row['wrapped'] as Uint8Array);
}

/** Whether any file of the key store, journals included, has these bytes. */
async function keyStoreHas(bytes: Uint8Array): Promise<boolean> {
  return (await place.keyFiles()).some((file) => file.includes(bytes));
}

/** How many rows each table holds about a person. */
async function rowsAbout(person: PersonId): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['record', 'evidence', 'blind', 'history']) {
    const by = table === 'history' ? 'key' : 'person';
    const read: Read = { table, by, equals: [person], limit: 1_000, expired: 'included' };
    counts[table] = (await look(place.data, dataSchema, read)).length;
  }
  return counts;
}

async function audit(more: Partial<AuditedFiles> = {}) {
  const anchor = openAnchorFile(place.anchor);
  return auditFiles({ data: place.data, anchor, vkey: vault.vkey, ...more });
}

describe('erasing a person', () => {
  it('refuses everything about them, though keys were fetched before', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    const keys = await vault.keysFor(person, CLASSES);
    await vault.erase(person);
    await expect(show(vault, keys)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await expect(vault.keysFor(person, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await expect(collect(vault, person, 'y')).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  });

  it('refuses whatever commits after it, whoever was quicker to ask', async () => {
    const person = await register(vault);
    const keys = await vault.keysFor(person, CLASSES);
    let erased = false;
    const reads = Array.from({ length: 200 }, async (_, at) => {
      for (let turn = 0; turn < at % 7; turn++) await Promise.resolve();
      const asked = erased;
      try {
        await show(vault, keys);
        return asked ? 'after' : 'before';
      } catch (problem) {
        return isFault(problem, 'AVOW_ERASED') ? 'refused' : 'otherwise';
      }
    });
    const erasing = vault.erase(person).then(() => {
      erased = true;
    });
    const outcomes = new Set(await Promise.all(reads));
    await erasing;
    expect(outcomes.has('after') || outcomes.has('otherwise')).toBe(false);
    await expect(show(vault, keys)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  });

  it('leaves no byte of their wrapped keys in the key store', async () => {
    const person = await register(vault);
    const other = await register(vault);
    await collect(vault, person, 'x');
    const keys = await wrappedKeys(person);
    expect(keys.length).toBe(CLASSES.length);
    for (const key of keys) expect(await keyStoreHas(key)).toBe(true);
    await vault.erase(person);
    for (const key of keys) {
      expect(await keyStoreHas(key)).toBe(false);
      // Nor a part of one that could be guessed the rest of.
      expect(await keyStoreHas(key.subarray(12, 44))).toBe(false);
    }
    for (const key of await wrappedKeys(other)) expect(await keyStoreHas(key)).toBe(true);
  });

  it('takes their blind indexes with the tombstone, and sweeps the rest', async () => {
    const person = await register(vault);
    for (let at = 0; at < 3; at++) await collect(vault, person, `${at}`);
    const digest = await indexed(person, 'ada@example.org');
    const { swept } = await vault.erase(person);
    const read = { table: 'blind', by: 'key', equals: ['email', digest], limit: 1 } as const;
    expect((await vault.read([read]))[0]).toEqual([]);
    await swept;
    expect(await rowsAbout(person)).toEqual({ record: 0, evidence: 0, blind: 0, history: 0 });
    const [[row]] = await vault.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
    expect(row).toMatchObject({ state: 'erased', generation: 2, country: null });
  });

  it('leaves a log that verifies and no longer says of whom it spoke', async () => {
    const person = await register(vault);
    const { entry } = await collect(vault, person, 'x');
    const { receipt, swept } = await vault.erase(person);
    await swept;
    expect(receipt?.opening?.person).toBe(person);
    await vault.flush();
    expect((await audit()).ok).toBe(true);
    const { body } = await vault.receipt(entry as never);
    expect(body.includes(person)).toBe(false);
  });

  it('can be asked for twice, and not for nobody', async () => {
    const person = await register(vault);
    await (await vault.erase(person)).swept;
    const again = await vault.erase(person);
    expect(again.receipt).toBe(null);
    await again.swept;
    await expect(vault.erase('nobody' as PersonId)).rejects.toMatchObject({ code: 'AVOW_UNKNOWN' });
  });

  it('keeps the kinds of evidence that law keeps', async () => {
    await vault.close();
    vault = await place.open({ keep: ['invoice'] });
    const person = await register(vault);
    const row = (kind: string) => ({
      table: 'evidence' as const,
      after: {
        id: vault.mint(),
        kind,
        person,
        party: null,
        ref: null,
        state: 'paid',
        at: 1,
        until: null,
        body: '{}',
        key: null,
        sealed: null,
      },
    });
    await vault.act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      reads: [],
      people: [person],
      decide: () => ({
        answer: undefined,
        entries: [
          {
            kind: 'evidence',
            evidence: 'order',
            state: 'paid',
            changes: [row('chat'), row('invoice'), row('order'), row('invoice')],
          },
        ],
      }),
    });
    await (await vault.erase(person)).swept;
    expect(await rowsAbout(person)).toMatchObject({ evidence: 2 });
    await vault.flush();
    expect((await audit()).ok).toBe(true);
  });

  it('is resumed by the next start when it was cut off', async () => {
    const person = await register(vault);
    for (let at = 0; at < 3; at++) await collect(vault, person, `${at}`);
    const keys = await wrappedKeys(person);
    // A reader of the key store's log keeps it from being cut short: the erasure stops half-way.
    const reader = await openReader(place.keys, keySchema);
    await expect(vault.erase(person)).rejects.toMatchObject({ code: 'AVOW_BUSY' });
    await reader.close();
    await expect(collect(vault, person, 'y')).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await vault.close();
    // Records that nobody has swept yet do not open, and an audit that opens all finds that in order.
    const open = { keys: place.keys, keyring: keyringOf(rootKey) };
    expect(await audit({ open })).toMatchObject({ ok: true, counts: { opened: 0 } });

    vault = await place.open();
    for (const key of keys) expect(await keyStoreHas(key)).toBe(false);
    await (await vault.erase(person)).swept;
    expect(await rowsAbout(person)).toEqual({ record: 0, evidence: 0, blind: 0, history: 0 });
    await vault.flush();
    expect((await audit()).ok).toBe(true);
  });
});

describe('keys without a person', () => {
  it('are destroyed at a start an hour later', async () => {
    await vault.keysFor('never came' as PersonId, CLASSES);
    await vault.close();
    expect((await wrappedKeys('never came' as PersonId)).length).toBe(CLASSES.length);
    vault = await place.open({ clock: { now: () => Date.now() + 2 * 3_600_000 } });
    await vault.close();
    expect(await wrappedKeys('never came' as PersonId)).toEqual([]);
    vault = await place.open();
  });
});
