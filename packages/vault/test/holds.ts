import type { EvidenceRow, PersonId, Vault } from '../src/index.ts';
import { holdsOf } from '../src/index.ts';

/** What a hold covers, and until when; by default everything, until somebody lifts it. */
export interface Held {
  readonly categories?: readonly string[];
  readonly until?: number;
}

/** Places a legal hold on a person. */
export async function hold(vault: Vault, person: PersonId, held: Held = {}): Promise<string> {
  const id = vault.mint();
  const { categories = null, until = null } = held;
  const nothing = { party: null, ref: null, key: null, sealed: null };
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [],
    people: [person],
    evenHeld: true,
    decide: (_, { now: at }) => ({
      answer: undefined,
      entries: [
        {
          kind: 'evidence',
          evidence: 'hold',
          state: 'standing',
          changes: [
            {
              table: 'evidence',
              after: {
                ...nothing,
                id,
                kind: 'hold',
                person,
                state: 'standing',
                at,
                until,
                body: JSON.stringify({ categories }),
              },
            },
          ],
        },
      ],
    }),
  });
  return id;
}

/** Lifts a hold; what waited for it is carried out when this resolves. */
export async function lift(vault: Vault, person: PersonId, id: string): Promise<boolean> {
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [holdsOf(person)],
    people: [person],
    evenHeld: true,
    decide([rows]) {
      const before = rows.find((row) => row.id === id) as EvidenceRow;
      const { salt: _salt, hash: _hash, ...row } = before;
      const change = { table: 'evidence', before, after: { ...row, state: 'lifted' } } as const;
      return {
        answer: undefined,
        entries: [{ kind: 'evidence', evidence: 'hold', state: 'lifted', changes: [change] }],
      };
    },
  });
  return vault.release(person);
}
