import { isFault } from '../fault.ts';
import type { PersonId } from '../id.ts';
import type { Reader, Store } from '../port/store.ts';
import type { DataKeyRow } from './tables.ts';

/** More than anybody has: one for each retention class, and as many again while others replace them. */
const MOST = 1_000;

/** Removes a person's keys, all or those meant; what is left of them in the store's files goes by `scrub`. */
export async function removeKeys(
  store: Store,
  person: PersonId,
  isMeant?: (row: DataKeyRow) => boolean,
): Promise<void> {
  const found = () => keyRowsOf(store, person, isMeant);
  for (let rows = await found(); rows.length > 0; rows = await found()) {
    const changes = rows.map((before) => ({ table: 'data', before }));
    const unit = { locks: [], reads: [], decide: () => ({ changes, answer: undefined }) };
    // Another process may be at the same erasure: what is left is read again.
    await store.run(unit).catch(unlessConflict);
  }
}

/** A person's keys as they are stored, all or those meant. */
export async function keyRowsOf(
  store: Reader,
  person: string,
  isMeant: (row: DataKeyRow) => boolean = () => true,
): Promise<readonly DataKeyRow[]> {
  const [rows = []] = await store.read([
    { table: 'data', by: 'key', equals: [person], limit: MOST },
  ]);
  return (rows as readonly DataKeyRow[]).filter(isMeant);
}

function unlessConflict(problem: unknown): void {
  if (!isFault(problem, 'AVOW_CONFLICT')) throw problem;
}

/** Whose key it is, and which: bound into its wrapping. */
export function placeOf(row: Pick<DataKeyRow, 'id' | 'person' | 'generation' | 'retention'>) {
  return ['data', row.id, row.person, row.generation, row.retention];
}
