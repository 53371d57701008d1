import type { DataKeys, PersonId, Seals, Vault } from '../src/index.ts';

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
  readonly idempotency?: { readonly key: string; readonly fingerprint: Uint8Array };
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
