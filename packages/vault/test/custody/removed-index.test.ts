import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginIndexRotation, type ScrubbingStore } from '../../src/index.ts';
import { makePlace, type Place } from '../place.ts';
import { find, findable, keepFewer, keepFindable } from './finding.ts';
import { auditWith, freshKeyring } from './keyrings.ts';
import { openThrough } from './through.ts';

const keyring = freshKeyring();
const clock = { now: () => Date.UTC(2026, 0, 1) };
let place: Place;
/** What happens once, after the making anew has looked at its rows and before its act has them alone. */
let between: (() => Promise<void>) | undefined;
beforeEach(() => {
  place = makePlace();
  between = undefined;
});
afterEach(() => place.remove());

function interrupted(store: ScrubbingStore): ScrubbingStore {
  return {
    ...{
      read: store.read.bind(store),
      scan: store.scan.bind(store),
      scrub: store.scrub.bind(store),
    },
    ...{ settled: store.settled.bind(store), close: store.close.bind(store) },
    async run(unit) {
      const happens = between;
      if (happens !== undefined && unit.locks.some(({ on }) => on === 'person')) {
        between = undefined;
        await happens();
      }
      return store.run(unit);
    },
  };
}

it('what is removed while its digest is about to be made anew keeps no old key', async () => {
  const before = await place.open({ keyring, clock, carriesOn: false, findable });
  const ada = await keepFindable(before, ['ada', 'countess', 'lovelace'], { index: 'items' });
  const bob = await keepFindable(before, ['bob', 'robert']);
  await before.close();
  await beginIndexRotation({ keys: place.keys, keyring, clock });
  const vault = await openThrough(place, { keyring, data: interrupted, clock, findable });
  between = async () => {
    await keepFewer(vault, ada, ['ada', 'lovelace'], 'items');
    await keepFewer(vault, bob, []);
  };
  await vault.custody.resume();
  expect(between).toBeUndefined();
  expect((await vault.custody.state()).index).toMatchObject({ stuck: 0 });
  expect(await find(vault, 'ada', 'items')).toEqual([ada]);
  expect(await find(vault, 'lovelace', 'items')).toEqual([ada]);
  expect(await find(vault, 'countess', 'items')).toEqual([]);
  expect(await find(vault, 'bob')).toEqual([]);
  await vault.close();
  expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
});
