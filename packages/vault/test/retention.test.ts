import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  auditFiles,
  dataSchema,
  openAnchorFile,
  type SweepProgress,
  type Vault,
} from '../src/index.ts';
import { openReader } from '../src/place.ts';
import { CLASSES, collect, decision, recount, register, show } from './deeds.ts';
import { makePlace, type Place } from './place.ts';

let place: Place;
let vault: Vault;
let now = Date.now();

beforeEach(async () => {
  place = makePlace();
  vault = await place.open({ clock: { now: () => now } });
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

it('a record is not returned from its moment on, swept or not', async () => {
  const person = await register(vault);
  await collect(vault, person, 'short', { expires: now + 60_000 });
  await collect(vault, person, 'long', { expires: now + 120_000 });
  const keys = await vault.keysFor(person, CLASSES);
  expect((await show(vault, keys)).texts).toEqual(['short', 'long']);
  now += 60_000;
  expect((await show(vault, keys)).texts).toEqual(['long']);
  const read = { table: 'record', by: 'person', equals: [person], limit: 10 } as const;
  expect((await vault.read([read]))[0].length).toBe(1);
  const store = await openReader(place.data, dataSchema);
  expect((await store.read([{ ...read, expired: 'included' }]))[0]?.length).toBe(2);
  await store.close();
});

it('a record read in time does not open later', async () => {
  const person = await register(vault);
  await collect(vault, person, 'short', { expires: now + 60_000 });
  const read = { table: 'record', by: 'person', equals: [person], limit: 10 } as const;
  const [[row]] = await vault.read([read]);
  now += 60_000;
  const late = vault.act({
    locks: [],
    reads: [],
    keys: [await vault.keysFor(person, CLASSES)],
    decide: (_, __, seals) => ({
      answer: seals.open(row!),
      entries: [decision('contact.phone', 'show')],
    }),
  });
  await expect(late).rejects.toMatchObject({ code: 'AVOW_UNKNOWN' });
});

it('a sweep removes what has expired, more than one act may hold, and leaves its entries', async () => {
  const person = await register(vault);
  const expires = now + 60_000;
  await Promise.all(
    Array.from({ length: 1_100 }, (_, at) => collect(vault, person, `${at}`, { expires })),
  );
  await collect(vault, person, 'kept', { expires: null });
  expect(await vault.sweepExpired()).toBe(0);
  now += 60_000;
  expect(await vault.sweepExpired()).toBe(1_100);
  expect(await vault.sweepExpired()).toBe(0);
  const keys = await vault.keysFor(person, CLASSES);
  expect((await show(vault, keys)).texts).toEqual(['kept']);
  await vault.flush();
  const anchor = openAnchorFile(place.anchor);
  expect((await auditFiles({ data: place.data, anchor, vkey: vault.vkey })).ok).toBe(true);
});

it('nothing that leads to it outlives a record, however much its person is found by', async () => {
  const person = await register(vault);
  const keys = await vault.keysFor(person, CLASSES);
  const lead = (target: string, index: string, many: number) =>
    vault.act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      reads: [],
      keys: [keys],
      decide: () => ({
        answer: undefined,
        entries: [
          {
            kind: 'evidence',
            evidence: 'finder',
            state: 'made',
            changes: Array.from({ length: many }, (_, at) => {
              const digest = vault.blindIndex(index, `${target} ${at}`);
              return { table: 'blind', after: { index, digest, target, person } } as const;
            }),
          },
        ],
      }),
    });
  const kept = await collect(vault, person, 'kept');
  for (let at = 0; at < 11; at++) await lead(kept.record, `a ${at}`, 1_000);
  const gone = await collect(vault, person, 'gone', { expires: now + 60_000 });
  await lead(gone.record, 'b', 2);
  now += 60_000;
  expect(await vault.sweepExpired()).toBe(1);
  const leading = (index: string) =>
    ({ table: 'blind', by: 'person', equals: [person, index], limit: 10_000 }) as const;
  const found = await vault.read([leading('a 0'), leading('b')]);
  expect(found.map(({ length }) => length)).toEqual([1_000, 0]);
});

it('a line of history goes when its time is over, and the log still tells what it told of', async () => {
  const person = await register(vault);
  const keys = await vault.keysFor(person, CLASSES);
  const keptFor = 2 * 3_600_000;
  const { entries } = await vault.act({
    locks: [],
    reads: [],
    keys: [keys],
    decide: () => ({
      answer: undefined,
      entries: [{ ...decision('contact.phone', 'use'), subject: { person, keptFor } }],
    }),
  });
  const told = async (): Promise<readonly string[]> =>
    (await recount(vault, keys)).map(({ entry }) => entry);
  expect(await told()).toContain(entries[0]);
  now += keptFor;
  expect(await told()).not.toContain(entries[0]);
  expect(await vault.sweepExpired()).toBe(1);
  expect(await vault.sweepExpired()).toBe(0);
  expect((await vault.receipt(entries[0]!)).entry).toBe(entries[0]);
  await vault.flush();
  const anchor = openAnchorFile(place.anchor);
  expect((await auditFiles({ data: place.data, anchor, vkey: vault.vkey })).ok).toBe(true);
});

it('tells how far a sweep has come, and what there is to do', async () => {
  const person = await register(vault);
  const expires = now + 60_000;
  await Promise.all(
    Array.from({ length: 250 }, (_, at) =>
      collect(vault, person, `${at}`, { expires: expires + at }),
    ),
  );
  const nothing = { due: 0, since: undefined, held: 0, erasing: 0, waiting: 0 };
  expect(await vault.upkeep()).toEqual(nothing);
  now += 120_000;
  expect(await vault.upkeep()).toEqual({ ...nothing, due: 250, since: expires });
  const told: SweepProgress[] = [];
  await vault.sweepExpired((progress) => told.push(progress));
  expect(told.map(({ removed }) => removed)).toEqual([100, 200, 250]);
  expect(told.at(-1)).toEqual({ removed: 250, held: 0, upTo: expires + 249 });
  expect(await vault.upkeep()).toEqual(nothing);
});

it('lets decisions through while it sweeps', async () => {
  const person = await register(vault);
  const other = await register(vault);
  const expires = now + 60_000;
  await Promise.all(
    Array.from({ length: 1_000 }, (_, at) => collect(vault, person, `${at}`, { expires })),
  );
  await collect(vault, other, 'x');
  now += 60_000;
  const keys = await vault.keysFor(other, CLASSES);
  const decisions: Promise<unknown>[] = [];
  let answered = 0;
  await vault.sweepExpired(() => {
    const decided = show(vault, keys).then(() => {
      answered += 1;
    });
    decisions.push(decided);
  });
  // What was asked between two of its acts did not have to wait for the end of all of them.
  expect(answered).toBeGreaterThan(0);
  await Promise.all(decisions);
  expect(answered).toBe(10);
});
