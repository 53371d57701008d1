import type { FindableIn, PersonId, Vault } from '../../src/index.ts';
import { CLASSES, collect, register } from '../deeds.ts';

/** Everything that these tests keep is found by its text; some indexes keep half of the digest. */
export const findable: FindableIn = ({ category }, content) =>
  Buffer.from(content)
    .toString()
    .split('\n')
    .map((value) => ({ index: category, value }));

const lengthIn = (index: string): number => (index === 'items' ? 16 : 32);

/** Keeps values of a person in one record, and lets it be found by each of them. */
export async function keepFindable(
  vault: Vault,
  values: readonly string[],
  {
    index = 'email',
    person = undefined as PersonId | undefined,
    expires = null as number | null,
  } = {},
): Promise<PersonId> {
  const whose = person ?? (await register(vault));
  const { record } = await collect(vault, whose, values.join('\n'), { category: index, expires });
  await vault.act({
    locks: [{ on: 'person', id: whose, mode: 'exclusive' }],
    reads: [],
    keys: [await vault.keysFor(whose, CLASSES)],
    decide: () => ({
      answer: undefined,
      entries: [
        {
          kind: 'evidence',
          evidence: 'finder',
          state: 'made',
          changes: values.map((value) => ({
            table: 'blind',
            after: {
              index,
              digest: vault.blindIndex(index, value).subarray(0, lengthIn(index)),
              target: record,
              person: whose,
            },
          })),
        },
      ],
    }),
  });
  return whose;
}

/** Keeps fewer of a person's values, as who removes items does: what led to the others goes with them. */
export async function keepFewer(
  vault: Vault,
  person: PersonId,
  values: readonly string[],
  index = 'email',
): Promise<void> {
  const reads = [
    { table: 'record', by: 'person', equals: [person, index], limit: 1 },
    { table: 'blind', by: 'person', equals: [person, index], limit: 100 },
  ] as const;
  const kept = values.flatMap((value) =>
    vault
      .blindIndexes(index, value)
      .map((digest) => Buffer.from(digest.subarray(0, lengthIn(index))).toString('hex')),
  );
  await vault.act({
    locks: [{ on: 'person', id: person, mode: 'exclusive' }],
    reads,
    keys: [await vault.keysFor(person, CLASSES)],
    decide([[before], leading], _, seals) {
      const { salt: _salt, hash: _hash, key: _key, sealed: _sealed, ...row } = before!;
      const header = { ...row, version: row.version + 1 };
      const after = { ...header, ...seals.seal(header, Buffer.from(values.join('\n'))) };
      const going = leading.filter(
        ({ digest }) => !kept.includes(Buffer.from(digest).toString('hex')),
      );
      return {
        answer: undefined,
        entries: [
          {
            kind: 'evidence',
            evidence: 'finder',
            state: 'removed',
            changes: [
              values.length === 0
                ? { table: 'record', before: before! }
                : { table: 'record', before: before!, after },
              ...going.map((before) => ({ table: 'blind', before }) as const),
            ],
          },
        ],
      };
    },
  });
}

/** Who is found by a value: under whichever key. */
export async function find(vault: Vault, value: string, index = 'email'): Promise<string[]> {
  const found = await vault.read(
    vault.blindIndexes(index, value).map((digest) => ({
      table: 'blind',
      by: 'key',
      equals: [index, digest.subarray(0, lengthIn(index))],
      limit: 10,
    })),
  );
  return found.flat().map(({ person }) => person);
}

/** Every digest that the store holds. */
export async function digests(vault: Vault): Promise<readonly Uint8Array[]> {
  const [rows] = await vault.read([{ table: 'blind', by: 'key', equals: [], limit: 10_000 }]);
  return rows.map(({ digest }) => digest);
}
