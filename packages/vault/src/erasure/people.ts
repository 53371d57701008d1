import type { PersonId } from '../id.ts';
import type { Reader } from '../port/store.ts';
import { readOn } from '../table/read-on.ts';
import type { PersonRow } from '../tables.ts';

/** People looked at together. */
const PAGE = 1_000;

/** Everyone in a state, some at a time. */
export async function* peopleWho(
  store: Reader,
  state: PersonRow['state'],
): AsyncIterable<readonly PersonId[]> {
  const read = { table: 'person', by: 'state', equals: [state], limit: PAGE };
  for (let rows = await readOn(store, read, undefined); rows.length > 0; ) {
    yield rows.map((row) => (row as PersonRow).id as PersonId);
    if (rows.length < PAGE) return;
    rows = await readOn(store, read, rows.at(-1));
  }
}
