import { openReader } from '../place.ts';
import { dataSchema, type PersonRow } from '../tables.ts';

/** Whether a person has been erased by now. */
export type IsErased = (person: string) => Promise<boolean>;

/**
 * Looks at a data store as it is now, not as it was when an audit of it began. The two stores cannot be
 * seen in one state: whoever is erased after the data was opened has no key any more, and a record of
 * theirs does not open, which is as it should be.
 */
export function erasedSince(data: string): IsErased {
  const known = new Map<string, boolean>();

  async function look(person: string): Promise<boolean> {
    const store = await openReader(data, dataSchema);
    try {
      const [rows] = await store.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
      const state = (rows?.[0] as PersonRow | undefined)?.state;
      return state === 'erasing' || state === 'erased';
    } finally {
      await store.close();
    }
  }

  return async (person) => {
    const isErased = known.get(person) ?? (await look(person));
    known.set(person, isErased);
    return isErased;
  };
}
