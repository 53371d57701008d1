import { openReader } from '../place.ts';
import { dataSchema, type PersonRow, type RecordRow } from '../tables.ts';

/** Whether somebody's record has been erased by now. */
export type IsErased = (record: Pick<RecordRow, 'id' | 'person'>) => Promise<boolean>;

/**
 * Looks at a data store as it is now, not as it was when an audit of it began. The two stores cannot be
 * seen in one state: whoever is erased after the data was opened has no key any more, and a record of
 * theirs does not open, which is as it should be.
 */
export function erasedSince(data: string): IsErased {
  const known = new Map<string, boolean>();

  async function look({ id, person }: Pick<RecordRow, 'id' | 'person'>): Promise<boolean> {
    const store = await openReader(data, dataSchema);
    try {
      const [[row] = [], rows] = await store.read([
        { table: 'person', by: 'key', equals: [person], limit: 1 },
        { table: 'record', by: 'key', equals: [id], limit: 1, expired: 'included' },
      ]);
      const state = (row as PersonRow | undefined)?.state;
      // Under a legal hold some records stay, with their keys; the others go, and then theirs.
      if (state === 'held') return rows?.length === 0;
      const isErased = state === 'erasing' || state === 'erased';
      known.set(person, isErased);
      return isErased;
    } finally {
      await store.close();
    }
  }

  return async (record) => known.get(record.person) ?? (await look(record));
}
