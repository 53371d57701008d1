import { expect, it } from 'vitest';
import { keySchema, type PersonId, type Vault } from '../src/index.ts';
import { openReader } from '../src/place.ts';
import { auditWith } from './custody/keyrings.ts';
import { Killed, type Life, openMortal } from './custody/mortal.ts';
import { CLASSES, collect, recount, register, replaceKeys, show } from './deeds.ts';
import { keyringOf, makePlace, onPostgres, type Place } from './place.ts';

const keyring = keyringOf(Buffer.alloc(32, 9));

/** A person's keys as the key store holds them. */
async function wrapped(place: Place, person: PersonId): Promise<readonly Uint8Array[]> {
  const reader = await openReader(place.keys, keySchema);
  const read = { table: 'data', by: 'key', equals: [person], limit: 100 } as const;
  const [rows = []] = await reader.read([read]);
  await reader.close();
  return rows.map((row) => row['wrapped'] as Uint8Array);
}

const texts = async (vault: Vault, person: PersonId) =>
  (await show(vault, await vault.keysFor(person, CLASSES))).texts;

// The processes die between two steps of the store, whichever engine that is.
it.skipIf(onPostgres)(
  'killed at any step of replacing keys, all opens after a start, is audited, and the old keys go',
  async () => {
    const place = makePlace();
    const said = ['one', 'two', 'three'];
    let vault = await openMortal(place, keyring, { left: undefined });
    const person = await register(vault);
    for (const text of said) await collect(vault, person, text);
    await vault.close();

    let isWhole = false;
    for (let steps = 0; !isWhole; steps += 1) {
      const life: Life = { left: undefined };
      vault = await openMortal(place, keyring, life);
      await replaceKeys(vault, person);
      const old = await wrapped(place, person);
      life.left = steps;
      isWhole = await vault.rekey(person).catch((problem: unknown) => {
        if (!(problem instanceof Killed)) throw problem;
        return false;
      });
      await vault.close().catch(() => undefined);

      vault = await openMortal(place, keyring, { left: undefined });
      expect(await texts(vault, person)).toEqual(said);
      await vault.flush();
      expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
      expect(await vault.rekey(person)).toBe(true);
      const now = await wrapped(place, person);
      expect(now).toHaveLength(CLASSES.length);
      for (const key of old) {
        expect((await place.keyFiles()).some((file) => file.includes(key))).toBe(false);
      }
      expect(await texts(vault, person)).toEqual(said);
      const lines = await recount(vault, await vault.keysFor(person, CLASSES));
      expect(lines.length).toBeGreaterThan(said.length);
      expect(await vault.sealing()).toMatchObject({ unsealed: 0, keyless: 0, altered: 0 });
      await vault.close();
      // A step of each table, the removal and the scrub: it was killed before and after all of them.
      if (isWhole) expect(steps).toBeGreaterThan(6);
    }
    place.remove();
  },
  60_000,
);
