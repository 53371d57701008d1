import type { PersonId } from '../id.ts';
import type { Store } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';
import type { KeyStore } from './key-store.ts';

const HOUR = 3_600_000;

/**
 * Destroys keys that no one can need: made over an hour ago for somebody whom the data store does
 * not know, because the act that was to insert them never came, or who has been erased. Resolves to
 * how many people they were.
 */
export async function destroyOrphans(keys: KeyStore, data: Store, now: number): Promise<number> {
  const orphans: PersonId[] = [];
  for await (const person of keys.people(now - HOUR)) {
    const [rows] = await data.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
    const row = rows?.[0] as PersonRow | undefined;
    if (row === undefined || row.state === 'erased') orphans.push(person);
  }
  if (orphans.length > 0) await keys.destroy(orphans);
  return orphans.length;
}
