import { VaultError } from '../fault.ts';
import type { Column, Table } from '../port/schema.ts';
import type { Read, Value } from '../port/store.ts';
import { readOrder } from './order.ts';
import { checked } from './value.ts';

const LARGEST_READ = 10_000;

/** The values of `equals`, and those of `after` and `upTo` as far as given. */
interface ReadValues {
  readonly equals: readonly Value[];
  readonly bounds: readonly Value[];
}

/** Whether so many rows may be asked for. */
export function isLimit(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_READ;
}

/** The values of a read, each fit for its column. Throws `AVOW_INVALID` for a read that cannot be. */
export function readValues(table: Table, read: Read): ReadValues {
  const columns = orderOf(table, read.by);
  if (read.equals.length > columns.length) {
    throw new VaultError('AVOW_INVALID', `${table.name} by ${read.by}: too many values`);
  }
  if (!isLimit(read.limit)) {
    throw new VaultError('AVOW_INVALID', `a read's limit is 1 to ${LARGEST_READ}`);
  }
  const equals = read.equals.map((value, at) => checked(table, columns[at]!, value));
  const next = columns[read.equals.length];
  const bounds: Value[] = [];
  for (const bound of [read.after, read.upTo]) {
    if (bound === undefined) continue;
    if (next === undefined) {
      throw new VaultError('AVOW_INVALID', `${table.name} by ${read.by}: no column left to bound`);
    }
    bounds.push(checked(table, next, bound));
  }
  return { equals, bounds };
}

/** What makes two reads the same statement, apart from which of their values are null. */
export function shapeOf(read: Read): string {
  const bounds = (read.after === undefined ? 0 : 1) + (read.upTo === undefined ? 0 : 2);
  const order = read.descending ? 'descending' : 'ascending';
  return `read ${read.table} ${read.by} ${read.equals.length} ${bounds} ${order} ${read.expired ?? ''}`;
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
