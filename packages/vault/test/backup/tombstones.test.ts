import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  keySchema,
  openTombstoneFile,
  type PersonId,
  type Tombstones,
  VaultError,
} from '../../src/index.ts';
import { openReader } from '../../src/place.ts';
import { CLASSES, collect, register } from '../deeds.ts';
import { makePlace, type Place } from '../place.ts';

let place: Place;
let list: Tombstones;

beforeEach(() => {
  place = makePlace();
  list = openTombstoneFile(place.tombstones);
});

afterEach(() => place.remove());

async function listed(): Promise<PersonId[]> {
  const people: PersonId[] = [];
  for await (const person of list.people()) people.push(person);
  return people;
}

const ids = (...names: string[]) => names as PersonId[];

it('keeps ids of any characters, in a file for its owner alone', async () => {
  const odd = ids('a\nb', '"', '小明', '');
  await list.add(odd);
  await list.add(ids('last'));
  expect(new Set(await listed())).toEqual(new Set([...odd, 'last']));
  expect(statSync(place.tombstones).mode & 0o777).toBe(0o600);
});

it('is not empty where it is missing', async () => {
  expect(await list.exists()).toBe(false);
  const none = listed();
  await expect(none).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
  await list.add([]);
  expect(await listed()).toEqual([]);
});

it('loses nothing of what several add at once', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `person-${at}`);
  const others = openTombstoneFile(place.tombstones);
  await Promise.all(names.map((name, at) => (at % 2 ? list : others).add(ids(name))));
  expect(new Set(await listed())).toEqual(new Set(names));
});

it('forgets a line that a crash cut off, and no other', async () => {
  await list.add(ids('whole'));
  appendFileSync(place.tombstones, '"tor');
  expect(new Set(await listed())).toEqual(new Set(['whole']));
  await list.add(ids('next'));
  expect(new Set(await listed())).toEqual(new Set(['whole', 'next']));
});

it('is not read past a line that names nobody', async () => {
  await list.add(ids('one'));
  appendFileSync(place.tombstones, '7\n"two"\n');
  const read = listed();
  await expect(read).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
});

it('has everyone erased before they are answered, and is made again from the stores', async () => {
  const vault = await place.open();
  expect(readFileSync(place.tombstones, 'utf8')).toBe('');
  const [erased, stays] = [await register(vault), await register(vault)];
  await (await vault.erase(erased)).swept;
  expect(await listed()).toEqual([erased]);
  await vault.close();
  rmSync(place.tombstones);
  const again = await place.open();
  const found = await listed();
  expect(new Set(found)).toEqual(new Set([erased]));
  expect(found).not.toContain(stays);
  await again.close();
});

it('lets no key be destroyed that it does not account for, and takes the erasure up again', async () => {
  const refuse = new VaultError('AVOW_TOMBSTONES', 'the disk is gone');
  const vault = await place.open({
    tombstones: { ...list, exists: async () => true, add: () => Promise.reject(refuse) },
  });
  const person = await register(vault);
  await expect(vault.erase(person)).rejects.toBe(refuse);
  const act = collect(vault, person, 'a phone');
  await expect(act).rejects.toMatchObject({ code: 'AVOW_ERASED' });
  await vault.close();
  expect(await keysOf(person)).toBe(CLASSES.length);

  const again = await place.open();
  expect(await listed()).toContain(person);
  expect(await keysOf(person)).toBe(0);
  await again.close();
});

it('says so where it cannot be written', async () => {
  mkdirSync(place.tombstones, { recursive: true });
  const added = list.add(ids('one'));
  await expect(added).rejects.toMatchObject({ code: 'AVOW_TOMBSTONES' });
});

/** How many keys of a person the key store holds, seen from outside. */
async function keysOf(person: PersonId): Promise<number> {
  const reader = await openReader(place.keys, keySchema);
  const [rows = []] = await reader.read([
    { table: 'data', by: 'key', equals: [person], limit: 10 },
  ]);
  await reader.close();
  return rows.length;
}
