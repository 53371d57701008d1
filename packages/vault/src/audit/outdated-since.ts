import { openReader } from '../place.ts';
import { dataSchema, type PersonRow, type RecordRow } from '../tables.ts';

/** Whether somebody's record has been erased, or sealed under another key, by now. */
export type IsOutdated = (record: Pick<RecordRow, 'id' | 'person' | 'key'>) => Promise<boolean>;

/**
 * Looks at a data store as it is now, not as it was when an audit of it began. The two stores cannot be
 * seen in one state: whoever is erased after the data was opened, or gets new keys, has the old ones no
 * more, and a record of theirs does not open, which is as it should be.
 */
export function outdatedSince(data: string): IsOutdated {
  const erased = new Set<string>();

  async function look({ id, person, key }: Parameters<IsOutdated>[0]): Promise<boolean> {
    const store = await openReader(data, dataSchema);
    try {
      const [[row] = [], [record] = []] = await store.read([
        { table: 'person', by: 'key', equals: [person], limit: 1 },
        { table: 'record', by: 'key', equals: [id], limit: 1, expired: 'included' },
      ]);
      const state = (row as PersonRow | undefined)?.state;
      // Under a legal hold some records stay, with their keys; the others go, and then theirs.
      if (state === 'held') return record === undefined;
      if (state === 'erasing' || state === 'erased') erased.add(person);
      const isSealedAnew = record !== undefined && (record as RecordRow).key !== key;
      return erased.has(person) || isSealedAnew;
    } finally {
      await store.close();
    }
  }

  return async (record) => erased.has(record.person) || (await look(record));
}
