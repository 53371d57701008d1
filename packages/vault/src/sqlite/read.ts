import { VaultError } from '../fault.ts';
import type { Column, Table } from '../port/schema.ts';
import type { Read, Value } from '../port/store.ts';
import { readOrder } from './sql.ts';
import { checked } from './value.ts';

const LARGEST_READ = 10_000;

/** What makes two reads the same statement. */
export function shapeOf(read: Read): string {
  const bounds = (read.after === undefined ? 0 : 1) + (read.upTo === undefined ? 0 : 2);
  const order = `${read.descending ? 'descending' : 'ascending'} ${read.expired ?? ''}`;
  return `read ${read.table} ${read.by} ${read.equals.length} ${bounds} ${order}`;
}

/**
 * The values of a read in the order in which its statement takes them. Throws `AVOW_INVALID` for a
 * read that cannot be.
 */
export function readParameters(table: Table, read: Read, now: number): Value[] {
  const columns = orderOf(table, read.by);
  if (read.equals.length > columns.length) {
    throw new VaultError('AVOW_INVALID', `${table.name} by ${read.by}: too many values`);
  }
  if (!Number.isInteger(read.limit) || read.limit < 1 || read.limit > LARGEST_READ) {
    throw new VaultError('AVOW_INVALID', `a read's limit is 1 to ${LARGEST_READ}`);
  }
  const parameters = read.equals.map((value, at) => checked(table, columns[at]!, value));
  const next = columns[read.equals.length];
  for (const bound of [read.after, read.upTo]) {
    if (bound === undefined) continue;
    if (next === undefined) {
      throw new VaultError('AVOW_INVALID', `${table.name} by ${read.by}: no column left to bound`);
    }
    parameters.push(checked(table, next, bound));
  }
  if (table.expires !== undefined && read.expired === undefined) parameters.push(now);
  parameters.push(read.limit);
  return parameters;
}

const orders = new WeakMap<Table, Map<string, readonly Column[]>>();

/** The columns of a read's order; worked out once, since every read asks. */
function orderOf(table: Table, by: string): readonly Column[] {
  let ofTable = orders.get(table);
  if (ofTable === undefined) {
    ofTable = new Map();
    orders.set(table, ofTable);
  }
  let order = ofTable.get(by);
  if (order === undefined) {
    const names = readOrder(table, by);
    order = names.map((name) => table.columns.find((column) => column.name === name)!);
    ofTable.set(by, order);
  }
  return order;
}
