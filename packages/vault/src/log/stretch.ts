import type { Change, Read, Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';

type Stretch = Stored<'stretch'>;

/** The read of the stretch that the tree ends with. */
export const lastStretch: Read = {
  table: 'stretch',
  by: 'key',
  equals: [],
  descending: true,
  limit: 1,
};

/** The number of the last entry in the tree; 0 if there is none. */
export function arrivedBy(last: Stretch | undefined): number {
  return last === undefined ? 0 : last.arrival + last.count - 1;
}

/** Puts entries of these numbers, which rise, behind the last stretch. */
export function stretched(last: Stretch | undefined, arrivals: readonly number[]): Change[] {
  const stretches: Stretch[] = last === undefined ? [] : [last];
  for (const arrival of arrivals) {
    const open = stretches.at(-1);
    if (open !== undefined && arrival === arrivedBy(open) + 1) {
      stretches[stretches.length - 1] = { ...open, count: open.count + 1 };
    } else {
      const position = open === undefined ? 0 : open.position + open.count;
      stretches.push({ position, arrival, count: 1 });
    }
  }
  return stretches
    .filter((after) => after !== last)
    .map((after) => {
      const isGrown = last !== undefined && after.position === last.position;
      return isGrown ? { table: 'stretch', before: last, after } : { table: 'stretch', after };
    });
}

/** Where the entry of this number is in the tree; null while it waits. */
export async function positionOf(store: Reader, arrival: number): Promise<number | null> {
  const read: Read = {
    table: 'stretch',
    by: 'arrival',
    equals: [],
    after: arrival + 1,
    descending: true,
    limit: 1,
  };
  const [rows] = await store.read([read]);
  const stretch = rows?.[0] as Stretch | undefined;
  if (stretch === undefined || arrival > arrivedBy(stretch)) return null;
  return stretch.position + arrival - stretch.arrival;
}

/** The number of the last entry there is, in the tree or still waiting for it; 0 if there is none. */
export async function lastArrival(store: Reader): Promise<number> {
  const last: Read = { table: 'entry', by: 'key', equals: [], descending: true, limit: 1 };
  const [rows] = await store.read([last]);
  return (rows?.[0] as Stored<'entry'> | undefined)?.arrival ?? 0;
}

/** The first entries that wait for the tree, at most `limit`, in order of arrival. */
export async function waitingEntries(
  store: Reader,
  limit: number,
): Promise<readonly Stored<'entry'>[]> {
  const [last] = await store.read([lastStretch]);
  const after = arrivedBy(last?.[0] as Stretch | undefined);
  const [rows] = await store.read([{ table: 'entry', by: 'key', equals: [], after, limit }]);
  return rows as readonly Stored<'entry'>[];
}
