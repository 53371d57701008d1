import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keySchema, type PersonId, type Vault } from '../../src/index.ts';
import { readSecretRows } from '../../src/keys/names.ts';
import { openReader } from '../../src/place.ts';
import { CLASSES, collect, register, show } from '../deeds.ts';
import { makePlace, type Place } from '../place.ts';
import { auditWith, freshKeyring, keyEntries, secretsAt } from './keyrings.ts';

const keyring = freshKeyring();
let place: Place;
let vault: Vault;
beforeEach(async () => {
  place = makePlace();
  vault = await place.open({ keyring });
});
afterEach(async () => {
  await vault.close();
  place.remove();
});

async function reopen(carriesOn = false): Promise<void> {
  await vault.close();
  vault = await place.open({ keyring, carriesOn });
}

async function people(count: number): Promise<readonly PersonId[]> {
  const made: PersonId[] = [];
  for (let at = 0; at < count; at++) {
    const person = await register(vault);
    await collect(vault, person, `${at}`);
    made.push(person);
  }
  return made;
}

const names = async () => (await secretsAt(place)).map(({ name }) => name);

describe('a change of the region key', () => {
  it('wraps every data key anew, tells how far it is, and forgets the old one', async () => {
    const known = await people(5);
    await vault.custody.begin('region');
    expect(await names()).toContain('region/2');
    const told: number[] = [];
    const seen: unknown[] = [];
    await vault.custody.resume(({ done, total }) => {
      told.push(done, total);
      seen.push(...vault.custody.progress());
    });
    expect(told.slice(-2)).toEqual([15, 15]);
    expect(seen.at(-1)).toEqual({ key: 'region', done: 15, total: 15 });
    expect(vault.custody.progress()).toEqual([]);
    expect(await names()).toEqual(['index', 'log', 'region/2', 'root']);
    await people(1);
    expect(await keyEntries(vault)).toEqual([
      { kind: 'rotation', key: 'region', state: 'begun' },
      { kind: 'rotation', key: 'region', state: 'done' },
    ]);
    await reopen();
    const { texts } = await show(vault, await vault.keysFor(known[3]!, CLASSES));
    expect(texts).toEqual(['3']);
    await vault.close();
    expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
  });

  it('opens what is under either key while it is under way', async () => {
    const [before] = await people(1);
    await vault.custody.begin('region');
    const [during] = await people(1);
    await reopen();
    for (const [person, text] of [
      [before, '0'],
      [during, '0'],
    ] as const) {
      expect((await show(vault, await vault.keysFor(person!, CLASSES))).texts).toEqual([text]);
    }
    expect((await vault.custody.state()).underWay).toMatchObject([{ key: 'region' }]);
  });

  it('goes on at the next start by itself', async () => {
    await people(2);
    await vault.custody.begin('region');
    await reopen(true);
    // Attaches to what the start has begun.
    await vault.custody.resume();
    expect(await names()).toEqual(['index', 'log', 'region/2', 'root']);
  });

  it('is begun once, however often it is asked for, and can be done again', async () => {
    await people(1);
    await vault.custody.begin('region');
    await vault.custody.begin('region');
    await vault.custody.resume();
    await vault.custody.resume();
    await vault.custody.begin('region');
    await vault.custody.resume();
    expect(await names()).toEqual(['index', 'log', 'region/3', 'root']);
    await reopen();
    await people(1);
  });

  it('goes together with a change of the root key', async () => {
    const next = freshKeyring();
    const [person] = await people(1);
    await vault.custody.begin('region');
    await vault.custody.changeRoot(next);
    expect(await names()).toEqual(['index', 'log', 'region/2', 'root']);
    await vault.close();
    vault = await place.open({ keyring: next });
    expect((await show(vault, await vault.keysFor(person!, CLASSES))).texts).toEqual(['0']);
  });

  it('waits for whoever reads the keys before it says that the old one is gone', async () => {
    await people(1);
    const reader = await openReader(place.keys, keySchema);
    await reader.read([readSecretRows]);
    await vault.custody.begin('region');
    const resumed = vault.custody.resume();
    await reader.close();
    await resumed;
    expect((await vault.custody.state()).underWay).toEqual([]);
  });

  it('does not bring back the key of somebody erased meanwhile', async () => {
    const [gone, stays] = await people(2);
    await vault.custody.begin('region');
    const resumed = vault.custody.resume();
    const { swept } = await vault.erase(gone!);
    await Promise.all([resumed, swept]);
    await expect(vault.keysFor(gone!, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect((await show(vault, await vault.keysFor(stays!, CLASSES))).texts).toEqual(['1']);
  });
});
