import { item } from '../../src/conformance/items.ts';
import type { Change, Lock, Read, Row, Store, Unit } from '../../src/index.ts';

/** What can be done to a person that no decision may outlive. */
export const KINDS = ['suspend', 'withdraw', 'erase'] as const;

/** The person of one race, and what is done to them. */
export function personOf(race: number): string {
  return `p${String(race).padStart(6, '0')}`;
}

/** A person who may be decided about: there, active, and nothing withdrawn. */
export function makePeople(store: Store, races: readonly number[]): Promise<undefined> {
  const changes = races.map(
    (race): Change => ({
      table: 'item',
      after: item(personOf(race), { kind: 'active' }),
    }),
  );
  return store.run({ locks: [], reads: [], decide: () => ({ changes, answer: undefined }) });
}

const readOne = (id: string): Read => ({ table: 'item', by: 'key', equals: [id], limit: 1 });
const lock = (id: string, mode: Lock['mode']): Lock => ({ on: 'person', id, mode });

/** Permits if the facts allow it, and records the permit. Answers whether it did. */
export function decision(race: number): Unit<boolean> {
  const person = personOf(race);
  return {
    locks: [lock(person, 'shared')],
    reads: [readOne(person), readOne(`${person} withdrawn`)],
    decide([people = [], withdrawn = []]) {
      const isPermitted = people[0]?.['kind'] === 'active' && withdrawn.length === 0;
      const permit = item(`${person} permit`, { kind: `permit ${person}` });
      const changes = isPermitted ? [{ table: 'item', after: permit }] : [];
      return { changes, answer: isPermitted };
    },
  };
}

/** Suspends (a row is replaced), withdraws (a row appears) or erases (a row disappears). */
export function change(race: number): Unit<undefined> {
  const person = personOf(race);
  return {
    locks: [lock(person, 'exclusive')],
    reads: [readOne(person)],
    decide: ([people = []]) => ({ changes: [changeOf(race, people[0]!)], answer: undefined }),
  };
}

function changeOf(race: number, before: Row): Change {
  const kind = KINDS[race % KINDS.length]!;
  switch (kind) {
    case 'suspend':
      return { table: 'item', before, after: { ...before, kind: 'suspended' } };
    case 'withdraw':
      return { table: 'item', after: item(`${personOf(race)} withdrawn`) };
    case 'erase':
      return { table: 'item', before };
    default:
      return kind satisfies never;
  }
}

/** How many permits for the person of this race are kept. */
export async function permits(store: Store, race: number): Promise<number> {
  const equals = [`permit ${personOf(race)}`];
  const [rows = []] = await store.read([{ table: 'item', by: 'kind', equals, limit: 100 }]);
  return rows.length;
}

/** The same of every race, by a look at all there is. */
export async function countPermits(store: Store, races: number): Promise<number[]> {
  const counts = new Map<unknown, number>();
  for await (const { kind } of store.scan({ table: 'item' })) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Array.from({ length: races }, (_, race) => counts.get(`permit ${personOf(race)}`) ?? 0);
}
