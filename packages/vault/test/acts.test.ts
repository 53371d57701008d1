import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commitment,
  type DataKeys,
  type EntryId,
  isFault,
  type Lock,
  type PersonId,
  type Vault,
} from '../src/index.ts';
import { CLASSES, collect, decision, recount, register, show } from './deeds.ts';
import { makePlace, type Place } from './place.ts';

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

/** The code of the fault that the work ends with. */
async function faultOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (problem: unknown) => (isFault(problem) ? problem.code : String(problem)),
  );
}

describe('an act', () => {
  it('seals, and opens in another act what was sealed', async () => {
    const person = await register(vault);
    await collect(vault, person, '+86 138 0000 0000');
    await collect(vault, person, '');
    const { texts } = await show(vault, await vault.keysFor(person, CLASSES));
    expect(texts).toEqual(['+86 138 0000 0000', '']);
  });

  it('changes nothing that decisions rest on while others may share it', async () => {
    const person = await register(vault);
    const row = {
      ...{ id: vault.mint(), kind: 'consent', person, party: null, ref: null, state: 'given' },
      ...{ at: 1, until: null, body: '{}', key: null, sealed: null },
    };
    const given = (...locks: readonly Lock[]) =>
      vault.act({
        locks,
        reads: [],
        people: [person],
        decide: () => ({
          answer: undefined,
          entries: [
            {
              ...{ kind: 'evidence', evidence: 'consent', state: 'given' },
              changes: [{ table: 'evidence', after: row }],
            } as const,
          ],
        }),
      });
    const lock = { on: 'person', id: person, mode: 'exclusive' } as const;
    await expect(given()).rejects.toMatchObject({ code: 'AVOW_INVALID' });
    await expect(given({ ...lock, mode: 'shared' })).rejects.toThrow(/exclusive/);
    await expect(given({ ...lock, id: 'another' })).rejects.toThrow(/exclusive/);
    await given(lock);
  });

  it('seals the free text of evidence', async () => {
    const person = await register(vault);
    const keys = await vault.keysFor(person, CLASSES);
    const id = vault.mint();
    await vault.act({
      locks: [{ on: 'person', id: person, mode: 'exclusive' }],
      reads: [],
      keys: [keys],
      decide: (_, { now }, seals) => ({
        answer: undefined,
        entries: [
          {
            kind: 'evidence',
            evidence: 'complaint',
            state: 'open',
            subject: { person, evidence: [id] },
            changes: [
              {
                table: 'evidence',
                after: {
                  id,
                  kind: 'complaint',
                  person,
                  party: null,
                  ref: null,
                  state: 'open',
                  at: now,
                  until: null,
                  body: '{}',
                  ...seals.sealText({ id, person }, 'He never sent it.'),
                },
              },
            ],
          },
        ],
      }),
    });
    const read = await vault.act({
      locks: [],
      reads: [{ table: 'evidence', by: 'person', equals: [person], limit: 1 }],
      keys: [keys],
      decide: ([rows], _, seals) => ({
        answer: seals.openText(rows[0]!),
        entries: [{ ...decision('complaint', 'show'), subject: { person } }],
      }),
    });
    expect(read).toMatchObject({ replayed: false, answer: 'He never sent it.' });
  });

  it('is refused if it opens something and writes no entry', async () => {
    const person = await register(vault);
    await collect(vault, person, 'secret');
    const keys = await vault.keysFor(person, CLASSES);
    const peek = vault.act({
      locks: [],
      reads: [{ table: 'record', by: 'person', equals: [person], limit: 1 }],
      keys: [keys],
      decide: ([rows], _, seals) => ({ answer: seals.open(rows[0]!), entries: [] }),
    });
    expect(await faultOf(peek)).toBe('AVOW_UNRECORDED');
  });

  it('cannot keep its seals for later', async () => {
    const person = await register(vault);
    await collect(vault, person, 'secret');
    const keys = await vault.keysFor(person, CLASSES);
    const kept = await vault.act({
      locks: [],
      reads: [{ table: 'record', by: 'person', equals: [person], limit: 1 }],
      keys: [keys],
      decide: ([rows], _, seals) => ({ answer: () => seals.open(rows[0]!), entries: [] }),
    });
    if (kept.replayed) throw new Error('nothing was asked twice');
    expect(await faultOf(Promise.resolve().then(kept.answer))).toBe('AVOW_UNRECORDED');
  });

  it('does not open a record moved to another row', async () => {
    const person = await register(vault);
    await collect(vault, person, 'secret');
    const keys = await vault.keysFor(person, CLASSES);
    for (const moved of [{ id: 'x' }, { category: 'name' }, { version: 2 }]) {
      const open = vault.act({
        locks: [],
        reads: [{ table: 'record', by: 'person', equals: [person], limit: 1 }],
        keys: [keys],
        decide: ([rows], _, seals) => ({
          answer: seals.open({ ...rows[0]!, ...moved }),
          entries: [decision('name', 'show')],
        }),
      });
      expect(await faultOf(open)).toBe('AVOW_SEAL');
    }
  });

  it('is refused about somebody who does not exist, or without their keys', async () => {
    const nobody = 'nobody' as PersonId;
    expect(await faultOf(collect(vault, nobody, 'x'))).toBe('AVOW_UNKNOWN');
    const keyless = vault.act({
      locks: [],
      reads: [],
      decide: () => ({
        answer: undefined,
        entries: [{ ...decision('name', 'show'), subject: { person: nobody } }],
      }),
    });
    expect(await faultOf(keyless)).toBe('AVOW_UNKNOWN');
  });

  it('writes no row about somebody it does not name', async () => {
    const person = await register(vault);
    const after = { index: 'email', digest: new Uint8Array(32), target: person, person };
    const write = (people: readonly PersonId[]) =>
      vault.act({
        locks: [],
        reads: [],
        people,
        decide: () => ({
          answer: undefined,
          entries: [{ ...decision('email', 'store'), changes: [{ table: 'blind', after }] }],
        }),
      });
    expect(await faultOf(write([]))).toBe('AVOW_INVALID');
    expect(await faultOf(write(['nobody' as PersonId, person]))).toBe('AVOW_UNKNOWN');
    expect(await faultOf(write([person]))).toBe(undefined);
    await vault.erase(person);
    expect(await faultOf(write([person]))).toBe('AVOW_ERASED');
  });

  it('suspends a person, but does not erase one', async () => {
    const person = await register(vault);
    const change = (to: { state?: string; generation?: number } | undefined) =>
      vault.act({
        locks: [{ on: 'person', id: person, mode: 'exclusive' }],
        reads: [{ table: 'person', by: 'key', equals: [person], limit: 1 }],
        people: [person],
        decide: ([[before]]) => ({
          answer: undefined,
          entries: [
            {
              kind: 'evidence',
              evidence: 'measure',
              state: 'suspended',
              changes: [
                {
                  table: 'person',
                  before: before!,
                  ...(to === undefined ? {} : { after: { ...before!, ...to } }),
                },
              ],
            },
          ],
        }),
      });
    expect(await faultOf(change({ state: 'suspended' }))).toBe(undefined);
    expect(await faultOf(change({ state: 'active' }))).toBe(undefined);
    for (const wrong of [{ state: 'erased' }, { state: 'erasing' }, { generation: 2 }, undefined]) {
      expect(await faultOf(change(wrong))).toBe('AVOW_INVALID');
    }
  });

  it('keeps nothing if its decision throws', async () => {
    const person = await register(vault);
    await vault.flush();
    const before = await vault.checkpoint();
    const thrown = vault.act({
      locks: [],
      reads: [],
      decide: () => {
        throw new Error('no');
      },
    });
    expect(await faultOf(thrown)).toBe('Error: no');
    await vault.flush();
    expect(await vault.checkpoint()).toBe(before);
    expect((await show(vault, await vault.keysFor(person, CLASSES))).texts).toEqual([]);
  });

  it('refuses an entry that is too large for the log', async () => {
    const large = vault.act({
      locks: [],
      reads: [],
      decide: () => ({
        answer: undefined,
        entries: [{ kind: 'evidence', evidence: 'x'.repeat(65_536), state: 'new' }],
      }),
    });
    expect(await faultOf(large)).toBe('AVOW_TOO_LARGE');
  });
});

describe('an idempotency key', () => {
  const says = 'one thing';

  it('gives a retry the recorded outcome, and one effect', async () => {
    const person = await register(vault);
    const idempotency = { key: 'order-1', says };
    const first = await collect(vault, person, 'once', { idempotency });
    const again = await Promise.all(
      Array.from({ length: 5 }, () => collect(vault, person, 'once', { idempotency })),
    );
    for (const retry of again) expect(retry).toEqual(first);
    expect((await show(vault, await vault.keysFor(person, CLASSES))).texts).toEqual(['once']);
  });

  it('gives concurrent requests one effect', async () => {
    const person = await register(vault);
    const idempotency = { key: 'order-1', says };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => collect(vault, person, 'once', { idempotency })),
    );
    expect(new Set(all.map(({ record }) => record)).size).toBe(1);
  });

  it('is refused with another request', async () => {
    const person = await register(vault);
    await collect(vault, person, 'once', { idempotency: { key: 'k', says } });
    const other = { key: 'k', says: 'another' };
    expect(await faultOf(collect(vault, person, 'twice', { idempotency: other }))).toBe(
      'AVOW_IDEMPOTENCY_MISMATCH',
    );
  });

  it('is forgotten after seven days', async () => {
    await vault.close();
    let now = Date.now();
    vault = await place.open({ clock: { now: () => now } });
    const person = await register(vault);
    await collect(vault, person, 'first', { idempotency: { key: 'k', says } });
    now += 7 * 24 * 3_600_000 + 3_600_000;
    await collect(vault, person, 'second', { idempotency: { key: 'k', says } });
    const { texts } = await show(vault, await vault.keysFor(person, CLASSES));
    expect(texts).toEqual(['first', 'second']);
  });
});

describe('history', () => {
  it('tells what was decided, in order, and opens the commitment in the log', async () => {
    const person = await register(vault);
    const { record, entry } = await collect(vault, person, 'x');
    const keys = await vault.keysFor(person, CLASSES);
    const history = await recount(vault, keys);
    expect(history.map((item) => item.body['kind'])).toEqual(['evidence', 'decision']);
    const { opening, body } = history[1]!;
    expect(history[1]).toMatchObject({ entry, opening: { person, evidence: [record] } });
    expect(body['action']).toBe('collect');
    const nonce = Buffer.from(opening.nonce, 'base64');
    const subject = Buffer.from(commitment(nonce, opening)).toString('base64');
    expect(body['subject']).toBe(subject);
    expect((await vault.receipt(entry as EntryId)).body).toBe(JSON.stringify(body));
  });

  it('opens in an act that records it, and nowhere else', async () => {
    const person = await register(vault);
    const keys = await vault.keysFor(person, CLASSES);
    const reads = [{ table: 'history', by: 'key', equals: [person], limit: 1 }] as const;
    const peek = vault.act({
      locks: [],
      reads,
      keys: [keys],
      decide: ([rows], _, seals) => ({ answer: seals.openHistory(rows[0]!), entries: [] }),
    });
    expect(await faultOf(peek)).toBe('AVOW_UNRECORDED');
    const kept = await vault.act({
      locks: [],
      reads,
      keys: [keys],
      decide: ([rows], _, seals) => ({ answer: () => seals.openHistory(rows[0]!), entries: [] }),
    });
    if (kept.replayed) throw new Error('nothing was asked twice');
    expect(await faultOf(Promise.resolve().then(kept.answer))).toBe('AVOW_UNRECORDED');
  });

  it('does not open with the keys of somebody else, or moved to another entry or person', async () => {
    const [person, other] = [await register(vault), await register(vault)];
    const own = await vault.keysFor(person, CLASSES);
    const others = await vault.keysFor(other, CLASSES);
    const opened = (keys: readonly DataKeys[], moved: { id?: string; person?: string }) =>
      vault.act({
        locks: [],
        reads: [{ table: 'history', by: 'key', equals: [person], limit: 1 }],
        keys,
        decide: ([rows], _, seals) => ({
          answer: seals.openHistory({ ...rows[0]!, ...moved }),
          entries: [{ ...decision('history', 'show'), subject: { person: keys[0]!.person } }],
        }),
      });
    expect(await faultOf(opened([own], {}))).toBe(undefined);
    expect(await faultOf(opened([others], {}))).toBe('AVOW_UNKNOWN');
    expect(await faultOf(opened([own], { id: 'x' }))).toBe('AVOW_SEAL');
    expect(await faultOf(opened([own, others], { person: other }))).toBe('AVOW_UNKNOWN');
  });

  it('comes in pages, forwards and backwards', async () => {
    const person = await register(vault);
    for (let at = 0; at < 5; at++) await collect(vault, person, `${at}`);
    const keys = await vault.keysFor(person, CLASSES);
    await vault.flush();
    const whole = await recount(vault, keys);
    expect(whole).toHaveLength(6);
    const first = await recount(vault, keys, { limit: 4 });
    const rest = await recount(vault, keys, { limit: 2, after: first[3]!.entry });
    expect([...first, ...rest]).toEqual(whole);
    const newest = await recount(vault, keys, { descending: true });
    // What was read meanwhile is part of the history too.
    expect(newest.slice(3)).toEqual(whole.toReversed());
  });
});

describe('a blind index', () => {
  it('finds a value by its digest, in its own index only, and in this vault only', async () => {
    const digest = vault.blindIndex('email', 'ada@example.org');
    expect(vault.blindIndex('email', 'ada@example.org')).toEqual(digest);
    expect(vault.blindIndex('email', 'ada@example.com')).not.toEqual(digest);
    expect(vault.blindIndex('phone', 'ada@example.org')).not.toEqual(digest);
    await vault.close();
    vault = await place.open();
    expect(vault.blindIndex('email', 'ada@example.org')).toEqual(digest);

    const elsewhere = makePlace();
    const other = await elsewhere.open();
    expect(other.blindIndex('email', 'ada@example.org')).not.toEqual(digest);
    await other.close();
    elsewhere.remove();
  });
});
