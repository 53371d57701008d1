import { isFault } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import type { Change, Read, Reader, Row, Store, Unit } from '../port/store.ts';

/** The tables that the cases work on: one of each sort. */
export const schema: Schema = {
  name: 'avow/conformance',
  version: 1,
  tables: [
    {
      name: 'item',
      columns: [
        { name: 'id', type: 'text' },
        { name: 'kind', type: 'text', nullable: true },
        { name: 'rank', type: 'integer', nullable: true },
        { name: 'body', type: 'blob', nullable: true },
        { name: 'expires', type: 'integer', nullable: true },
      ],
      key: ['id'],
      indexes: [{ name: 'kind', columns: ['kind', 'rank'] }],
      audited: false,
      expires: 'expires',
    },
    {
      name: 'fact',
      columns: [
        { name: 'id', type: 'text' },
        { name: 'state', type: 'text' },
        { name: 'salt', type: 'blob' },
        { name: 'hash', type: 'blob' },
      ],
      key: ['id'],
      indexes: [],
      audited: true,
    },
    {
      name: 'line',
      columns: [
        { name: 'number', type: 'integer', serial: true },
        { name: 'text', type: 'text' },
      ],
      key: ['number'],
      indexes: [{ name: 'text', columns: ['text'], unique: true }],
      audited: false,
    },
    {
      name: 'letter',
      columns: [
        { name: 'id', type: 'text' },
        { name: 'text', type: 'text' },
        { name: 'place', type: 'integer', nullable: true },
      ],
      key: ['id'],
      indexes: [],
      audited: false,
      changing: ['place'],
    },
  ],
};

/** A row of table `item`. */
export function item(id: string, more: Partial<Row> = {}): Row {
  return { id, kind: null, rank: null, body: null, expires: null, ...more };
}

/** A unit that makes these changes and reads nothing. */
export function changing(...changes: readonly Change[]): Unit<undefined> {
  return { locks: [], reads: [], decide: () => ({ changes, answer: undefined }) };
}

/** A unit that inserts an item. */
export function inserting(id: string, more: Partial<Row> = {}): Unit<undefined> {
  return changing({ table: 'item', after: item(id, more) });
}

/** All items, or those of another read. */
export async function items(store: Reader, read: Partial<Read> = {}): Promise<readonly Row[]> {
  const whole: Read = { table: 'item', by: 'key', equals: [], limit: 1_000 };
  const [rows = []] = await store.read([{ ...whole, ...read }]);
  // Engines may return rows of any prototype; only the columns count.
  return rows.map((row) => ({ ...row }));
}

/** The ids of {@link items}. */
export async function ids(store: Reader, read: Partial<Read> = {}): Promise<readonly unknown[]> {
  return (await items(store, read)).map((row) => row['id']);
}

/** The code of the fault that the work ends with; `none` if it ends well. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (problem) {
    return isFault(problem) ? problem.code : `no fault of ours: ${String(problem)}`;
  }
}

/** The code of the fault that a unit ends with. */
export function refusal(store: Store, unit: Unit<unknown>): Promise<string> {
  return faultOf(store.run(unit));
}
