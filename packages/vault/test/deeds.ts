import { parseProof } from '@avow/ledger';
import type { DataKeys, EntryId, Json, PersonId, Seals, Told, Vault } from '../src/index.ts';

/** Retention classes that the tests use. */
export const CLASSES = ['account', 'history', 'evidence'] as const;

/** Registers a person. */
export async function register(vault: Vault, name = vault.mint()): Promise<PersonId> {
  const person = name as PersonId;
  const keys = await vault.keysFor(person, CLASSES);
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [{ table: 'person', by: 'key', equals: [person], limit: 1 }],
    keys: [keys],
    decide: (_, { now }) => ({
      answer: undefined,
      entries: [
        {
          kind: 'evidence',
          evidence: 'acceptance',
          state: 'accepted',
          subject: { person },
          changes: [
            {
              table: 'person',
              after: {
                id: person,
                kind: 'person',
                state: 'active',
                generation: 1,
                country: 'CN',
                region: 'home',
                created: now,
              },
            },
          ],
        },
      ],
    }),
  });
  return person;
}

export interface Stored {
  readonly record: string;
  readonly entry: string;
}

export interface Collection {
  readonly category?: string;
  readonly expires?: number | null;
  readonly idempotency?: { readonly key: string; readonly says: string };
}

/** Collects one item of personal data under a decision. */
export async function collect(
  vault: Vault,
  person: PersonId,
  text: string,
  { category = 'contact.phone', expires = null, idempotency }: Collection = {},
): Promise<Stored> {
  const keys = await vault.keysFor(person, CLASSES);
  const record = vault.mint();
  const header = { id: record, person, category, retention: 'account', version: 1 };
  const done = await vault.act({
    locks: [],
    reads: [],
    keys: [keys],
    ...(idempotency === undefined ? {} : { idempotency }),
    decide: (_, { now }, seals) => ({
      answer: record,
      outcome: record,
      entries: [
        {
          ...decision(category, 'collect'),
          subject: { person, evidence: [record] },
          changes: [
            {
              table: 'record',
              after: {
                ...header,
                source: 'person',
                collected: now,
                expires,
                ...seals.seal(header, Buffer.from(text)),
              },
            },
          ],
        },
      ],
    }),
  });
  return { record: done.replayed ? done.outcome : done.answer, entry: done.entries[0]! };
}

/** Reads a person's records of one category under a decision. */
export async function show(
  vault: Vault,
  keys: DataKeys,
  category = 'contact.phone',
): Promise<{ readonly texts: readonly string[]; readonly entry: string }> {
  const done = await vault.act({
    locks: [],
    reads: [{ table: 'record', by: 'person', equals: [keys.person, category], limit: 100 }],
    keys: [keys],
    decide: ([records], _, seals: Seals) => ({
      answer: records.map((row) => Buffer.from(seals.open(row)).toString()),
      entries: [{ ...decision(category, 'show'), subject: { person: keys.person } }],
    }),
  });
  if (done.replayed) throw new Error('nothing was asked twice');
  return { texts: done.answer, entry: done.entries[0]! };
}

/** The decision that a person's keys are replaced; from its COMMIT on new ones seal. */
export async function replaceKeys(
  vault: Vault,
  person: PersonId,
  rekeys: readonly PersonId[] = [person],
): Promise<void> {
  const read = { table: 'person', by: 'key', equals: [person], limit: 1 } as const;
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [read],
    keys: [await vault.keysFor(person, CLASSES)],
    rekeys,
    decide([[before]]) {
      const { salt: _salt, hash: _hash, ...row } = before!;
      const after = { ...row, generation: row.generation + 1 };
      const changes = [{ table: 'person', before: before!, after } as const];
      const entry = { kind: 'evidence', evidence: 'leak', state: 'contained' } as const;
      return { answer: undefined, entries: [{ ...entry, subject: { person }, changes }] };
    },
  });
}

/** One line of a person's history, with what its entry says in the log. */
export interface Line extends Told {
  readonly entry: EntryId;
  readonly body: { readonly [name: string]: Json };
  readonly position: number | null;
}

/** Reads a person's history under a decision; the entries, which are public, are joined afterwards. */
export async function recount(
  vault: Vault,
  keys: DataKeys,
  page: { readonly limit?: number; readonly after?: string; readonly descending?: boolean } = {},
): Promise<readonly Line[]> {
  const done = await vault.act({
    locks: [],
    reads: [{ table: 'history', by: 'key', equals: [keys.person], limit: 100, ...page }],
    keys: [keys],
    decide: ([rows], _, seals) => ({
      answer: rows.map((row) => ({ entry: row.id as EntryId, ...seals.openHistory(row) })),
      entries: [{ ...decision('history', 'show'), subject: { person: keys.person } }],
    }),
  });
  if (done.replayed) throw new Error('nothing was asked twice');
  return Promise.all(
    done.answer.map(async (line) => {
      const read = { table: 'entry', by: 'id', equals: [line.entry], limit: 1 } as const;
      const [[row]] = await vault.read([read]);
      const { proof } = await vault.receipt(line.entry);
      const position = proof === null ? null : parseProof(proof).index;
      return { ...line, body: JSON.parse(`${Buffer.from(row!.body)}`), position };
    }),
  );
}

/** A permitted decision of some policy. */
export function decision(category: string, action: string) {
  return {
    kind: 'decision',
    policy: 'cG9saWN5',
    action,
    purpose: 'service',
    recipient: 'platform',
    cells: [[category, 1, 0]],
    permitted: true,
    cites: ['1.a.1'],
  } as const;
}
