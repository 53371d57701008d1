import { openReader } from '../place.ts';
import type { Read, Reader } from '../port/store.ts';
import { dataSchema, type Stored } from '../tables.ts';

const PAGE = 1_000;

/**
 * Whether anything of anybody's was sealed under new keys since the tree had this many entries. The old keys
 * may be gone then, which a copy of the data from before would need.
 */
export async function rekeyedSince(data: string, size: number): Promise<boolean> {
  const store = await openReader(data, dataSchema);
  try {
    let after = (await arrivalOf(store, size)) - 1;
    for (;;) {
      const read: Read = { table: 'entry', by: 'key', equals: [], after, limit: PAGE };
      const rows = (await store.read([read]))[0] as readonly Stored<'entry'>[];
      if (rows.some(isRekey)) return true;
      if (rows.length < PAGE) return false;
      after = rows.at(-1)!.arrival;
    }
  } finally {
    await store.close();
  }
}

/** The number of the entry at this place of the tree, or a smaller one of none: what comes from there on is newer. */
async function arrivalOf(store: Reader, position: number): Promise<number> {
  const equals: Read['equals'] = [];
  const read: Read = {
    table: 'stretch',
    by: 'key',
    equals,
    after: position + 1,
    descending: true,
    limit: 1,
  };
  const [[stretch] = []] = (await store.read([read])) as readonly (readonly Stored<'stretch'>[])[];
  if (stretch === undefined) return 0;
  return stretch.arrival + Math.min(position - stretch.position, stretch.count);
}

function isRekey({ body }: Stored<'entry'>): boolean {
  return (JSON.parse(Buffer.from(body).toString('utf8')) as { kind?: unknown }).kind === 'rekey';
}
