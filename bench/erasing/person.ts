import type { DataKeys, PersonId, Vault } from '@avow/vault';

/** Retention classes of what is filed here. */
const CLASSES = ['account', 'history'] as const;
/** Records filed by one act; its entry names each. */
const AT_ONCE = 500;

const entry = {
  kind: 'decision',
  policy: 'p',
  action: 'use',
  purpose: 'own',
  recipient: 'us',
  cells: [['n', 5, 2]],
  permitted: true,
  cites: ['2.a.2'],
} as const;

export async function register(vault: Vault): Promise<DataKeys> {
  const person = vault.mint() as PersonId;
  const keys = await vault.keysFor(person, CLASSES);
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads: [],
    keys: [keys],
    decide: (_, { now: created }) => {
      const state = { kind: 'person', state: 'active', generation: 1, country: null };
      const after = { id: person, ...state, region: 'home', created };
      return { answer: undefined, entries: [{ ...entry, changes: [{ table: 'person', after }] }] };
    },
  });
  return keys;
}

/** Files so many sealed records of a person, and what they are found by. */
export async function file(vault: Vault, keys: DataKeys, count: number): Promise<Uint8Array> {
  const { person } = keys;
  const digest = vault.blindIndex('email', person);
  for (let filed = 0; filed < count; filed += AT_ONCE) {
    await vault.act({
      locks: [],
      reads: [],
      keys: [keys],
      decide(_, { now: collected }, seals) {
        const records = Array.from({ length: Math.min(AT_ONCE, count - filed) }, () => {
          const header = { id: vault.mint(), person, category: 'visit', retention: 'account' };
          const versioned = { ...header, version: 1 };
          const sealed = seals.seal(versioned, Buffer.alloc(100, filed));
          const after = { ...versioned, source: 'device', collected, expires: null, ...sealed };
          return { table: 'record', after } as const;
        });
        const found = { index: 'email', digest, target: person, person };
        const finder = filed === 0 ? [{ table: 'blind', after: found } as const] : [];
        const changes = [...records, ...finder];
        return { answer: undefined, entries: [{ ...entry, subject: { person }, changes }] };
      },
    });
  }
  return digest;
}

/** A decision about somebody, as it goes on while somebody else is erased. */
export async function decide(vault: Vault, keys: DataKeys): Promise<void> {
  await vault.act({
    locks: [],
    reads: [],
    keys: [keys],
    decide: () => ({
      answer: undefined,
      entries: [{ ...entry, subject: { person: keys.person } }],
    }),
  });
}
