import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEscrow, type Vault } from '../../src/index.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { makePlace, type Place } from '../place.ts';
import { freshKeyring, keyEntries, makeHolder } from './keyrings.ts';

const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((name) => makeHolder(name)) as [
  Holder,
  Holder,
  Holder,
];
type Holder = ReturnType<typeof makeHolder>;
let place: Place;
let vault: Vault;
beforeEach(async () => {
  place = makePlace();
  vault = await place.open();
});
afterEach(async () => {
  await vault.close();
  place.remove();
});

/** Alters the text of one field of an envelope. */
function altered(jwe: string, field: string): string {
  const envelope = JSON.parse(jwe);
  const [first, ...rest] = envelope[field];
  return JSON.stringify({ ...envelope, [field]: [first === 'A' ? 'B' : 'A', ...rest].join('') });
}

describe('an escrow', () => {
  it('is opened by each of its holders alone, and by nobody else', async () => {
    const person = await register(vault);
    await collect(vault, person, 'kept');
    const { jwe, recipients } = await vault.custody.escrow([ada.public, bob.public]);
    await vault.close();
    for (const holder of [ada, bob]) {
      const { keyring, recipient } = await openEscrow(jwe, holder.private);
      expect(recipients).toContain(recipient);
      vault = await place.open({ keyring });
      expect((await show(vault, await vault.keysFor(person, CLASSES))).texts).toEqual(['kept']);
      await vault.close();
    }
    await expect(openEscrow(jwe, eve.private)).rejects.toMatchObject({ code: 'AVOW_ESCROW' });
    for (const field of ['ciphertext', 'tag', 'iv', 'protected']) {
      const opened = openEscrow(altered(jwe, field), ada.private);
      await expect(opened).rejects.toMatchObject({ code: 'AVOW_ESCROW' });
    }
  });

  it.each(['P-256', 'P-384', 'P-521', 'X25519'])('can be made to a key on %s', async (curve) => {
    const holder = makeHolder('carol', curve);
    const { jwe } = await vault.custody.escrow([holder.public]);
    const { protected: header, recipients } = JSON.parse(jwe);
    expect(JSON.parse(`${Buffer.from(header, 'base64url')}`)).toMatchObject({ enc: 'A256GCM' });
    expect(recipients).toMatchObject([{ header: { alg: 'ECDH-ES+A256KW' } }]);
    const { keyring } = await openEscrow(jwe, holder.private);
    await vault.close();
    vault = await place.open({ keyring });
  });

  it('is recovered into a new root key; after that it opens nothing', async () => {
    const { jwe, recipients } = await vault.custody.escrow([ada.public]);
    await vault.close();
    const next = freshKeyring();
    const { keyring, recipient } = await openEscrow(jwe, ada.private);
    vault = await place.open({ keyring });
    await vault.custody.changeRoot(next, recipient);
    expect(await keyEntries(vault)).toEqual([
      { kind: 'escrow', recipients },
      { kind: 'recovery', recipient },
      { kind: 'rotation', key: 'root', state: 'begun' },
      { kind: 'rotation', key: 'root', state: 'done' },
    ]);
    await vault.close();
    await expect(place.open({ keyring })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    vault = await place.open({ keyring: next });
  });

  it('is known to be outdated once the root key has been changed, until the next', async () => {
    expect((await vault.custody.state()).escrow).toBe(undefined);
    await vault.custody.escrow([ada.public]);
    expect((await vault.custody.state()).escrow).toMatchObject({ isOutdated: false });
    await vault.custody.begin('region');
    await vault.custody.resume();
    expect((await vault.custody.state()).escrow).toMatchObject({ isOutdated: false });
    await vault.custody.changeRoot(freshKeyring());
    expect((await vault.custody.state()).escrow).toMatchObject({ isOutdated: true });
    await vault.custody.escrow([bob.public]);
    expect((await vault.custody.state()).escrow).toMatchObject({ isOutdated: false });
  });

  it.each([
    ['a private key', [ada.private], /private key/],
    ['nobody', [], /at least one/],
    ['the same key twice', [ada.public, ada.public], /twice/],
    ['what is no key', [{ file: 'note.txt', text: 'hello' }], /note\.txt is no JWK/],
    ['an RSA key', [{ file: 'rsa', text: '{"kty":"RSA","n":"AQAB","e":"AQAB"}' }], /is no JWK/],
    ['a point off the curve', [{ file: 'bad', text: offCurve() }], /bad holds no key/],
  ])('is not made to %s', async (_, to, why) => {
    await expect(vault.custody.escrow(to)).rejects.toThrow(why);
    expect(await keyEntries(vault)).toEqual([]);
  });
});

function offCurve(): string {
  const { x } = JSON.parse(ada.public.text);
  return JSON.stringify({ kty: 'EC', crv: 'P-256', x, y: x });
}
