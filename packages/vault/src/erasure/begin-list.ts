import type { PersonId } from '../id.ts';
import type { Read, Reader } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import type { PersonRow } from '../tables.ts';

const PAGE = 1_000;

/**
 * Makes the list of erased people where there is none, from the stores that still know them: at a
 * first start it is empty, after its loss it is whole again.
 */
export async function beginList(store: Reader, tombstones: Tombstones): Promise<void> {
  if (await tombstones.exists()) return;
  const people: PersonId[] = [];
  for await (const person of erasedPeople(store)) people.push(person);
  await tombstones.add(people);
}

async function* erasedPeople(store: Reader): AsyncIterable<PersonId> {
  for (const state of ['erasing', 'erased'] satisfies PersonRow['state'][]) {
    let last: string | undefined;
    for (;;) {
      const after = last === undefined ? {} : { after: last };
      const read: Read = { table: 'person', by: 'state', equals: [state], limit: PAGE, ...after };
      const [rows = []] = await store.read([read]);
      for (const row of rows as readonly PersonRow[]) yield row.id as PersonId;
      if (rows.length < PAGE) break;
      last = (rows.at(-1) as PersonRow).id;
    }
  }
}
