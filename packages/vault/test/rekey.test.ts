import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditFiles } from '../src/audit/files.ts';
import { keySchema, openAnchorFile, type PersonId, type Vault } from '../src/index.ts';
import { openReader } from '../src/place.ts';
import { CLASSES, collect, recount, register, replaceKeys, show } from './deeds.ts';
import { keyringOf, makePlace, type Place } from './place.ts';

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

async function wrapped(person: PersonId): Promise<readonly Uint8Array[]> {
  const reader = await openReader(place.keys, keySchema);
  const [rows = []] = await reader.read([
    { table: 'data', by: 'key', equals: [person], limit: 100 },
  ]);
  await reader.close();
  return rows.map((row) => row['wrapped'] as Uint8Array);
}

const texts = async (person: PersonId) =>
  (await show(vault, await vault.keysFor(person, CLASSES))).texts;

describe('replacing the keys of a person', () => {
  it('seals everything anew, and leaves no byte of the old keys', async () => {
    const [person, other] = [await register(vault), await register(vault)];
    // More than one act moves.
    const said = Array.from({ length: 130 }, (_, at) => `line ${at}`);
    for (const text of said) await collect(vault, person, text);
    await collect(vault, other, 'theirs');
    const [old, others] = [await wrapped(person), await wrapped(other)];
    const lines = (await recount(vault, await vault.keysFor(person, CLASSES))).length;

    await replaceKeys(vault, person);
    // Until all of it is moved, either key opens what it sealed.
    expect((await texts(person)).length).toBe(100);
    await collect(vault, person, 'meanwhile');
    expect(await vault.rekey(person)).toBe(true);

    const now = await wrapped(person);
    expect(now).toHaveLength(CLASSES.length);
    for (const key of old) {
      expect((await place.keyFiles()).some((file) => file.includes(key))).toBe(false);
    }
    expect(await wrapped(other)).toEqual(others);
    vault = (await vault.close().then(() => place.open())) as Vault;
    expect(await texts(person)).toEqual([...said, 'meanwhile'].slice(0, 100));
    expect(await recount(vault, await vault.keysFor(person, CLASSES))).toHaveLength(
      Math.min(lines + 4, 100),
    );
    expect(await texts(other)).toEqual(['theirs']);
    const anchor = openAnchorFile(place.anchor);
    const open = { keys: place.keys, keyring: keyringOf(rootKey) };
    const audited = await auditFiles({ data: place.data, anchor, vkey: vault.vkey, open });
    expect(audited).toMatchObject({ ok: true });
    expect(await vault.sealing()).toMatchObject({ unsealed: 0, keyless: 0, altered: 0 });
  });

  it('goes on where it was cut off, and does nothing where there is nothing to do', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    await replaceKeys(vault, person);
    const old = await wrapped(person);
    await vault.close();
    vault = await place.open();
    expect(await texts(person)).toEqual(['x']);
    await Promise.all([vault.rekey(person), vault.rekey(person)]);
    expect(await texts(person)).toEqual(['x']);
    expect(
      (await wrapped(person)).some((key) => old.some((one) => Buffer.compare(one, key) === 0)),
    ).toBe(false);
    expect(await vault.rekey(person)).toBe(true);
    await replaceKeys(vault, person);
    await vault.erase(person);
    expect(await vault.rekey(person)).toBe(true);
    expect(await wrapped(person)).toEqual([]);
  });

  it('clears the bytes of keys that were taken away when something kept it from that', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    const old = await wrapped(person);
    await replaceKeys(vault, person);
    const isThere = async () => {
      const files = await place.keyFiles();
      return old.some((key) => files.some((file) => file.includes(key)));
    };
    const reader = await openReader(place.keys, keySchema);
    const held = reader.scan({ table: 'data' })[Symbol.asyncIterator]();
    await held.next();
    await expect(vault.rekey(person)).rejects.toMatchObject({ code: 'AVOW_BUSY' });
    await held.return?.();
    await reader.close();
    expect(await isThere()).toBe(true);
    expect(await vault.rekey(person)).toBe(true);
    expect(await isThere()).toBe(false);
    expect(await texts(person)).toEqual(['x']);
  });

  it('refuses keys of before, and an act that moves a generation without saying so', async () => {
    const person = await register(vault);
    const before = await vault.keysFor(person, CLASSES);
    await expect(replaceKeys(vault, person, [])).rejects.toMatchObject({ code: 'AVOW_INVALID' });
    await replaceKeys(vault, person);
    await expect(show(vault, before)).rejects.toMatchObject({ code: 'AVOW_CONFLICT' });
    expect((await show(vault, await vault.keysFor(person, CLASSES))).texts).toEqual([]);
  });
});
