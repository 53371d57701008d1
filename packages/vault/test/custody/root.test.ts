import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, register, show } from '../deeds.ts';
import { keyringOf, makePlace, type Place } from '../place.ts';
import { auditWith, freshKeyring, keyEntries, secretsAt } from './keyrings.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

describe('a change of the root key', () => {
  it('opens to the new one alone, while the server that has them open goes on', async () => {
    const [old, next] = [freshKeyring(), freshKeyring()];
    const vault = await place.open({ keyring: old });
    const person = await register(vault);
    await collect(vault, person, 'before');
    await vault.custody.changeRoot(next);
    await collect(vault, person, 'after');
    const later = await register(vault);
    await collect(vault, later, 'later');
    expect(await keyEntries(vault)).toEqual([
      { kind: 'rotation', key: 'root', state: 'begun' },
      { kind: 'rotation', key: 'root', state: 'done' },
    ]);
    expect((await vault.custody.state()).underWay).toEqual([]);
    await vault.close();

    await expect(place.open({ keyring: old })).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    const again = await place.open({ keyring: next });
    const { texts } = await show(again, await again.keysFor(person, ['account', 'history']));
    expect(texts).toEqual(['before', 'after']);
    await again.close();
    expect(await auditWith(place, again, next)).toMatchObject({ ok: true, counts: { opened: 3 } });
  });

  // On PostgreSQL a scrub waits for whoever else is at work on that server, other tests among them.
  it('leaves no byte of the old wrapping in the files', { timeout: 120_000 }, async () => {
    const vault = await place.open();
    await vault.close();
    const old = (await secretsAt(place)).find(({ name }) => name === 'region')!.wrapped;
    const again = await place.open();
    expect(await isInFiles(old)).toBe(true);
    await again.custody.changeRoot(freshKeyring());
    expect(await isInFiles(old)).toBe(false);
    await again.close();
  });

  it('is refused to the same key, and to whoever has not the one in force', async () => {
    const bytes = randomBytes(32);
    const vault = await place.open({ keyring: keyringOf(bytes) });
    await expect(vault.custody.changeRoot(keyringOf(bytes))).rejects.toThrow(/choose another/);
    // Somebody else has changed it meanwhile.
    let key = bytes;
    const lagging = { source: 'a file', rootKey: async () => keyringOf(key).rootKey('later') };
    await vault.close();
    const other = await place.open({ keyring: lagging });
    key = randomBytes(32);
    await expect(other.custody.changeRoot(freshKeyring())).rejects.toMatchObject({
      code: 'AVOW_KEYRING',
    });
    await expect(other.custody.begin('region')).rejects.toMatchObject({ code: 'AVOW_KEYRING' });
    await expect(other.custody.escrow([])).rejects.toMatchObject({ code: 'AVOW_ESCROW' });
    await other.close();
    await (await place.open({ keyring: keyringOf(bytes) })).close();
  });
});

async function isInFiles(needle: Uint8Array): Promise<boolean> {
  return (await place.keyFiles()).some((file) => file.includes(needle));
}
