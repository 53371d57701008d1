import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyring } from '@avow/vault';
import { describe, expect, it } from 'vitest';
import {
  changeRootKey,
  passphraseFile,
  readKeyStanding,
  recoverRootKey,
  withCustody,
} from '../src/index.ts';
import { placesOf } from '../src/places.ts';
import { member } from './people.ts';
import { keyring, openMarket, place, storesOf } from './place.ts';

/** A deployment that has been started once, by the places it lies in. */
async function deployment() {
  const folder = place();
  const first = await openMarket(folder);
  const person = await member(first);
  await first.close();
  const { database, anchor } = await storesOf(folder);
  const places = placesOf(database, anchor);
  return { folder, person, places: { ...places, keyring, anchor: String(places.anchor) } };
}

function another(): Keyring {
  const key = createSecretKey(randomBytes(32));
  return { rootKey: async () => key, source: 'this test' };
}

describe('the keys of a deployment', () => {
  it('go on being replaced while the next start serves', async () => {
    const { folder, places, person } = await deployment();
    await withCustody(places, (custody) => custody.begin('region'));
    const begun = await readKeyStanding(places.keys);
    expect(begun).toMatchObject({ underWay: [{ key: 'region' }] });
    expect(begun.left!.under).toBe(begun.left!.of);
    const avow = await openMarket(folder);
    for (;;) {
      expect(await avow.export({ person })).toMatchObject({ permitted: true });
      await avow.subjects.create({ country: 'CN' });
      if ((await readKeyStanding(places.keys)).underWay.length === 0) break;
    }
    await avow.close();
    expect((await readKeyStanding(places.keys)).left).toBe(undefined);
  });

  it('are put under another root key once, however often that is asked for', async () => {
    const { folder, places } = await deployment();
    const next = another();
    expect(await changeRootKey(places, next)).toBe('now');
    expect(await changeRootKey(places, next)).toBe('earlier');
    await expect(changeRootKey(places, another())).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await expect(openMarket(folder)).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await (await openMarket(folder, { keys: next })).close();
  });

  it('are left as they are if there is no new passphrase, or one that will not do', async () => {
    const { folder, places } = await deployment();
    const file = join(folder, 'next');
    const next = passphraseFile(file, { mode: 'production' });
    await expect(changeRootKey(places, next)).rejects.toThrow(/no passphrase/);
    writeFileSync(file, 'too short', { mode: 0o600 });
    await expect(changeRootKey(places, next)).rejects.toThrow(/under 16 characters/);
    await (await openMarket(folder)).close();
  });

  it('are recovered from an escrow, once', async () => {
    const { folder, places } = await deployment();
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const named = (key: typeof publicKey) => ({
      file: 'ada.jwk',
      text: JSON.stringify(key.export({ format: 'jwk' })),
    });
    const { jwe } = await withCustody(places, (custody) => custody.escrow([named(publicKey)]));
    const recovery = { escrow: jwe, holder: named(privateKey) };
    const next = another();
    expect(await recoverRootKey(places, recovery, next)).toBe('now');
    expect(await recoverRootKey(places, recovery, next)).toBe('earlier');
    await (await openMarket(folder, { keys: next })).close();
    const tooLate = recoverRootKey(places, recovery, another());
    await expect(tooLate).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
  });
});
