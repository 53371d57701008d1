import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTombstoneFile, type PersonId, type Tombstones } from '../../src/index.ts';
import { register } from '../deeds.ts';
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
