import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginIndexRotation, type PersonId, type Vault } from '../../src/index.ts';
import { register } from '../deeds.ts';
import { makePlace, type Place } from '../place.ts';
import { digests, find, findable, keepFindable } from './finding.ts';
import { auditWith, freshKeyring, keyEntries, secretsAt } from './keyrings.ts';

const DAY = 24 * 3_600_000;
const keyring = freshKeyring();
let time: number;
let place: Place;
let vault: Vault;
beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  place = makePlace();
  await open();
});
afterEach(async () => {
  await vault.close();
  place.remove();
});

async function open(options: { readonly findable?: typeof findable } = { findable }) {
  const clock = { now: () => time };
  vault = await place.open({ keyring, clock, carriesOn: false, ...options });
}

async function begin(options?: Parameters<typeof open>[0]): Promise<'now' | 'earlier'> {
  await vault.close();
  const begun = await beginIndexRotation({ keys: place.keys, keyring, clock: { now: () => time } });
  await open(options);
  return begun;
}

const names = async () => (await secretsAt(place)).map(({ name }) => name);
const steps = async () => (await keyEntries(vault)).map((entry) => (entry as Entry).state);
interface Entry {
  readonly state: string;
}

/** The moment from which on the old key may go. */
const until = async () => (await vault.custody.state()).index!.until!;

async function ask(says: string): Promise<string> {
  const person = vault.mint() as PersonId;
  const done = await vault.act({
    locks: [],
    reads: [],
    idempotency: { key: 'the same', says },
    decide: () => ({
      answer: person,
      outcome: person,
      entries: [{ kind: 'evidence', evidence: 'asked', state: 'made' }],
    }),
  });
  return done.replayed ? done.outcome : done.answer;
}

describe('a change of the index key', () => {
  it('makes every digest anew, while people are found by the old and the new one', async () => {
    const ada = await keepFindable(vault, ['ada@example.org']);
    const keys = Array.from({ length: 150 }, (_, at) => `item ${at}`);
    await keepFindable(vault, keys, { index: 'items', person: ada });
    const before = await digests(vault);
    expect(await begin()).toBe('now');
    expect(await names()).toEqual(['index/1', 'index/2', 'log', 'region', 'rotation/index']);
    const bob = await keepFindable(vault, ['bob@example.org']);
    const found = async () => [
      await find(vault, 'ada@example.org'),
      await find(vault, 'bob@example.org'),
      await find(vault, 'item 149', 'items'),
    ];
    expect(await found()).toEqual([[ada], [bob], [ada]]);
    const told: number[] = [];
    await vault.custody.resume(({ done, total }) => told.push(done, total));
    expect(told.slice(-2)).toEqual([2, 2]);
    expect(await found()).toEqual([[ada], [bob], [ada]]);
    const after = await digests(vault);
    expect(after).toHaveLength(before.length + 1);
    for (const old of before) expect(after).not.toContainEqual(old);
    const [first, ...rest] = await steps();
    expect(first).toBe('begun');
    // A digest made anew may be met again behind the one that it stood for.
    expect(rest.length).toBeGreaterThanOrEqual(2);
    expect(new Set(rest)).toEqual(new Set(['step']));
    await vault.close();
    expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
  });

  it('keeps the old key for requests that may come again, and then leaves nothing of it', async () => {
    await keepFindable(vault, ['ada@example.org']);
    const first = await ask('this');
    await begin();
    await vault.custody.resume();
    const wrapped = (await secretsAt(place)).find(({ name }) => name === 'index/1')!.wrapped;
    expect(await ask('this')).toBe(first);
    await expect(ask('that')).rejects.toMatchObject({ code: 'AVOW_IDEMPOTENCY_MISMATCH' });
    expect(await until()).toBeGreaterThanOrEqual(time + 7 * DAY);
    time = (await until()) - 3_600_000;
    await vault.custody.resume();
    expect(await vault.custody.state()).toMatchObject({
      underWay: [{ key: 'index' }],
      index: { stuck: 0 },
    });
    expect(await ask('this')).toBe(first);
    time = await until();
    await vault.custody.resume();
    expect(await names()).toEqual(['index/2', 'log', 'region']);
    expect(vault.blindIndexes('email', 'ada@example.org')).toHaveLength(1);
    expect(await find(vault, 'ada@example.org')).toHaveLength(1);
    expect((await steps()).at(-1)).toBe('done');
    const files = await place.keyFiles();
    expect(files.filter((file) => file.includes(wrapped))).toEqual([]);
    await vault.close();
    expect(await auditWith(place, vault, keyring)).toMatchObject({ ok: true });
    await open();
    expect(await find(vault, 'ada@example.org')).toHaveLength(1);
  });

  it('is begun only while nobody else has the key store open', async () => {
    const begun = beginIndexRotation({ keys: place.keys, keyring });
    await expect(begun).rejects.toMatchObject({ code: 'AVOW_LOCKED' });
    expect(await names()).toContain('index');
  });

  it('is begun once, can be done again, and goes together with a change of the region key', async () => {
    const ada = await keepFindable(vault, ['ada@example.org']);
    await begin();
    await vault.custody.begin('region');
    expect(await begin()).toBe('earlier');
    await vault.custody.resume();
    expect(await find(vault, 'ada@example.org')).toEqual([ada]);
    time = await until();
    await vault.custody.resume();
    expect(await begin()).toBe('now');
    await vault.custody.resume();
    time = await until();
    await vault.custody.resume();
    expect(await names()).toEqual(['index/3', 'log', 'region/2', 'root']);
    expect(await find(vault, 'ada@example.org')).toEqual([ada]);
  });

  it('passes over what has expired and who was erased', async () => {
    await keepFindable(vault, ['soon gone'], { expires: time + 1 });
    const bob = await keepFindable(vault, ['bob@example.org']);
    await (await vault.erase(bob)).swept;
    time += DAY;
    await begin();
    await vault.custody.resume();
    expect((await vault.custody.state()).index).toMatchObject({ stuck: 0 });
    time = await until();
    await vault.custody.resume();
    expect(await names()).toEqual(['index/2', 'log', 'region']);
  });

  it('keeps the old key while a digest cannot be made anew, and looks again when asked', async () => {
    const ada = await keepFindable(vault, ['ada@example.org']);
    await begin({ findable: () => [] });
    await vault.custody.resume();
    time = await until();
    await vault.custody.resume();
    expect((await vault.custody.state()).index).toMatchObject({ stuck: 1 });
    expect(await names()).toContain('index/1');
    expect(await find(vault, 'ada@example.org')).toEqual([ada]);
    await vault.close();
    await open();
    await vault.custody.retryIndex();
    await vault.custody.resume();
    time = await until();
    await vault.custody.resume();
    expect(await names()).toEqual(['index/2', 'log', 'region']);
    expect(await find(vault, 'ada@example.org')).toEqual([ada]);
  });

  it('waits for somebody who knows what people are found by', async () => {
    await keepFindable(vault, ['ada@example.org']);
    await begin({});
    await vault.custody.resume();
    expect((await vault.custody.state()).index).toEqual({ until: undefined, stuck: 0 });
    expect(await steps()).toEqual([]);
  });

  it('lets nobody be kept back who registers, changes or goes meanwhile', async () => {
    const people: PersonId[] = [];
    for (let at = 0; at < 8; at++) people.push(await keepFindable(vault, [`person ${at}`]));
    await begin();
    const resumed = vault.custody.resume();
    const gone = people.shift()!;
    const [{ swept }] = await Promise.all([vault.erase(gone), register(vault)]);
    await Promise.all([resumed, swept]);
    for (const [at, person] of people.entries()) {
      expect(await find(vault, `person ${at + 1}`)).toEqual([person]);
    }
    expect(await find(vault, 'person 0')).toEqual([]);
    expect((await vault.custody.state()).index).toMatchObject({ stuck: 0 });
  });
});
