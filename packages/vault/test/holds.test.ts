import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  auditFiles,
  dataSchema,
  isFault,
  keySchema,
  openAnchorFile,
  type PersonId,
  type Vault,
} from '../src/index.ts';
import { openReader } from '../src/place.ts';
import { CLASSES, collect, decision, register, show } from './deeds.ts';
import { hold, lift } from './holds.ts';
import { makePlace, type Place } from './place.ts';

const DAY = 24 * 3_600_000;

let place: Place;
let vault: Vault;
let now: number;

beforeEach(async () => {
  place = makePlace();
  now = Date.UTC(2026, 0, 5, 9);
  vault = await place.open({ clock: { now: () => now } });
});

afterEach(async () => {
  await vault.close();
  place.remove();
});

async function restart(): Promise<void> {
  await vault.close();
  vault = await place.open({ clock: { now: () => now } });
}

/** What lies in the stores about a person, seen from outside. */
async function left(person: PersonId) {
  const data = await openReader(place.data, dataSchema);
  const keys = await openReader(place.keys, keySchema);
  const about = { equals: [person], limit: 5_000, expired: 'included' } as const;
  const [state = [], record = [], history = [], evidence = []] = await data.read([
    { table: 'person', by: 'key', ...about },
    { table: 'record', by: 'person', ...about },
    { table: 'history', by: 'key', ...about },
    { table: 'evidence', by: 'person', ...about },
  ]);
  const [wrapped = []] = await keys.read([{ table: 'data', by: 'key', ...about }]);
  await data.close();
  await keys.close();
  return {
    state: state[0]?.['state'],
    records: record.map((row) => row['category']).sort(),
    history: history.length,
    evidence: evidence.length,
    keys: wrapped.map((row) => row['retention']).sort(),
  };
}

async function proves(): Promise<void> {
  await vault.flush();
  const anchor = openAnchorFile(place.anchor);
  const audit = await auditFiles({ data: place.data, anchor, vkey: vault.vkey });
  expect(audit.ok).toBe(true);
}

/** Reads a record as law may, of somebody whose erasure waits. */
async function showByLaw(person: PersonId): Promise<readonly string[]> {
  const keys = await vault.keysFor(person, CLASSES, { evenHeld: true });
  const read = { table: 'record', by: 'person', equals: [person], limit: 100 } as const;
  const done = await vault.act({
    locks: [],
    reads: [read],
    keys: [keys],
    evenHeld: true,
    decide: ([rows], _, seals) => ({
      answer: rows.map((row) => Buffer.from(seals.open(row)).toString()),
      entries: [{ ...decision('contact.phone', 'disclose'), subject: { person } }],
    }),
  });
  if (done.replayed) throw new Error('nothing was asked twice');
  return done.answer;
}

describe('a hold against retention', () => {
  it('keeps what is past its time, and does not let it be read', async () => {
    const [held, free] = [await register(vault), await register(vault)];
    const expires = now + DAY;
    for (const person of [held, free]) await collect(vault, person, 'x', { expires });
    const id = await hold(vault, held);
    now += DAY;
    expect(await vault.sweepExpired()).toBe(1);
    expect(await vault.sweepExpired()).toBe(0);
    expect((await left(free)).records).toEqual([]);
    expect((await left(held)).records).toEqual(['contact.phone']);
    const keys = await vault.keysFor(held, CLASSES);
    expect((await show(vault, keys)).texts).toEqual([]);

    expect(await lift(vault, held, id)).toBe(false);
    expect(await vault.sweepExpired()).toBe(1);
    expect((await left(held)).records).toEqual([]);
    await proves();
  });

  it('keeps only the categories that it names, and history if that is one', async () => {
    const person = await register(vault);
    const expires = now + DAY;
    await collect(vault, person, 'x', { expires, category: 'contact.phone' });
    await collect(vault, person, 'y', { expires, category: 'visit' });
    const keys = await vault.keysFor(person, CLASSES);
    await vault.act({
      locks: [],
      reads: [],
      keys: [keys],
      decide: () => ({
        answer: undefined,
        entries: [{ ...decision('visit', 'use'), subject: { person, keptFor: DAY } }],
      }),
    });
    await hold(vault, person, { categories: ['visit'] });
    now += 2 * DAY;
    expect(await vault.sweepExpired()).toBe(2);
    expect((await left(person)).records).toEqual(['visit']);
    await proves();
  });

  it('ends by itself at its moment', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x', { expires: now + DAY });
    await hold(vault, person, { until: now + 3 * DAY });
    now += 3 * DAY - 1;
    expect(await vault.sweepExpired()).toBe(0);
    now += 1;
    expect(await vault.sweepExpired()).toBe(1);
  });

  it('is passed by, however many rows it keeps at one moment', async () => {
    const [held, free] = [await register(vault), await register(vault)];
    const expires = now + DAY;
    const of = (person: PersonId, count: number) =>
      Array.from({ length: count }, (_, at) => collect(vault, person, `${at}`, { expires }));
    await Promise.all([...of(held, 1_100), ...of(free, 700)]);
    await hold(vault, held);
    now += DAY;
    expect(await vault.sweepExpired()).toBe(700);
    expect((await left(held)).records.length).toBe(1_100);
    await proves();
  });
});

describe('a hold against erasure', () => {
  it('closes everything to everyone but the law, and keeps the keys', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    const keys = await vault.keysFor(person, CLASSES);
    const id = await hold(vault, person);
    const { held, receipt, swept } = await vault.erase(person);
    expect(held).toEqual([{ id, until: null, categories: null }]);
    expect(receipt?.opening.person).toBe(person);
    await swept;
    await expect(show(vault, keys)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await expect(vault.keysFor(person, CLASSES)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await expect(collect(vault, person, 'y')).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    expect(await showByLaw(person)).toEqual(['x']);
    expect(await left(person)).toMatchObject({ state: 'held', records: ['contact.phone'] });
    await proves();
  });

  it('lets nobody bring the person back', async () => {
    const person = await register(vault);
    await hold(vault, person);
    await vault.erase(person);
    const read = { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
    const revive = vault.act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      reads: [read],
      people: [person],
      evenHeld: true,
      decide([[before]]) {
        const { salt: _salt, hash: _hash, ...row } = before!;
        const change = {
          table: 'person',
          before: before!,
          after: { ...row, state: 'active' },
        } as const;
        const entry = { kind: 'evidence', evidence: 'standing', state: 'active' } as const;
        return { answer: undefined, entries: [{ ...entry, changes: [change] }] };
      },
    });
    await expect(revive).rejects.toMatchObject({ code: 'AVOW_INVALID' });
  });

  it('erases what it does not cover, and the keys that nothing is left under', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x', { category: 'visit' });
    await hold(vault, person, { categories: ['contact.phone'] });
    await (await vault.erase(person)).swept;
    expect(await left(person)).toEqual({
      state: 'held',
      records: [],
      history: 0,
      evidence: 1,
      keys: ['evidence', 'history'],
    });
    await proves();
  });

  it('ends with the last one, and then the erasure is carried out', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    const first = await hold(vault, person);
    await (await vault.erase(person)).swept;
    // A hold may still be placed, for everything is there.
    const second = await hold(vault, person);
    expect(await lift(vault, person, first)).toBe(false);
    expect(await showByLaw(person)).toEqual(['x']);
    expect(await lift(vault, person, second)).toBe(true);
    expect((await left(person)).keys).toEqual([]);
    await (await vault.erase(person)).swept;
    expect(await left(person)).toMatchObject({ state: 'erased', records: [], evidence: 0 });
    await expect(hold(vault, person)).rejects.toMatchObject({ code: 'AVOW_ERASED' });
    await proves();
  });

  it('is over at the next start if its moment came meanwhile', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    await hold(vault, person, { until: now + DAY });
    await (await vault.erase(person)).swept;
    await restart();
    expect(await showByLaw(person)).toEqual(['x']);
    now += DAY;
    await restart();
    await vault.sweepExpired();
    await (await vault.erase(person)).swept;
    expect(await left(person)).toMatchObject({ state: 'erased', records: [], keys: [] });
    await proves();
  });

  it('does nothing for somebody whom nobody asked to erase', async () => {
    const person = await register(vault);
    await collect(vault, person, 'x');
    expect(await lift(vault, person, await hold(vault, person))).toBe(false);
    const keys = await vault.keysFor(person, CLASSES);
    expect((await show(vault, keys)).texts).toEqual(['x']);
  });
});

describe('a hold raced', () => {
  it('against erasure: either it stands and the keys are there, or the person is gone', async () => {
    const seen = { held: 0, gone: 0 };
    for (let round = 0; round < 40; round++) {
      const person = await register(vault);
      await collect(vault, person, 'x');
      const first = round % 2 === 0;
      const erasing = () => vault.erase(person);
      const holding = () =>
        hold(vault, person).then(
          () => true,
          (problem: unknown) => {
            if (isFault(problem, 'AVOW_ERASED')) return false;
            throw problem;
          },
        );
      const [placed, erased] = first
        ? await Promise.all([holding(), erasing()])
        : ((await Promise.all([erasing(), holding()])).reverse() as [
            boolean,
            Awaited<ReturnType<typeof erasing>>,
          ]);
      // Placed after the tombstone it would have been refused, so what it holds is there.
      expect(erased.held.length > 0).toBe(placed);
      if (placed) expect(await showByLaw(person)).toEqual(['x']);
      seen[placed ? 'held' : 'gone'] += 1;
    }
    expect(seen.held + seen.gone).toBe(40);
  });

  it('against the sweep: nothing goes once it has been placed', async () => {
    for (let round = 0; round < 10; round++) {
      const people = await Promise.all(Array.from({ length: 8 }, () => register(vault)));
      const expires = now + DAY;
      await Promise.all(
        people.flatMap((person) =>
          ['a', 'b'].map((text) => collect(vault, person, text, { expires })),
        ),
      );
      now += DAY;
      const sweeping = vault.sweepExpired();
      const counts = await Promise.all(
        people.map(async (person) => {
          await hold(vault, person);
          return [person, (await left(person)).records.length] as const;
        }),
      );
      await sweeping;
      await vault.sweepExpired();
      for (const [person, count] of counts) {
        expect((await left(person)).records.length).toBe(count);
      }
    }
  });
});
