import { VaultError } from '../fault.ts';
import type { Column, Table } from '../port/schema.ts';
import type { Row, Value } from '../port/store.ts';

/**
 * SQLite's own limit on one value is a billion bytes; nothing that belongs in a row comes near this
 * one.
 */
const LARGEST_VALUE = 16 * 1024 * 1024;

/**
 * The value, if this column may hold it. What an engine would bend on the way in (a lone surrogate,
 * a number beyond 2^53, text after NUL) is refused here, alike in every engine. Throws
 * `AVOW_INVALID` or `AVOW_TOO_LARGE`, naming table and column, never the value.
 */
export function checked(table: Table, column: Column, value: Value | undefined): Value {
  if (value === null && (column.nullable === true || column.serial === true)) return null;
  if (!hasType(column, value)) {
    throw new VaultError('AVOW_INVALID', `${table.name}.${column.name} cannot hold this value`);
  }
  if (typeof value !== 'number' && value.length > LARGEST_VALUE) {
    throw new VaultError('AVOW_TOO_LARGE', `${table.name}.${column.name} holds at most 16 MiB`);
  }
  return value;
}

function hasType(column: Column, value: Value | undefined): value is string | number | Uint8Array {
  switch (column.type) {
    case 'text':
      return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
    case 'integer':
      return Number.isSafeInteger(value);
    case 'blob':
      return value instanceof Uint8Array;
    default:
      return column.type satisfies never;
  }
}

/** The row's values in the order of the table's columns. A serial column may be left out. */
export function inOrder(table: Table, row: Row): Value[] {
  const values: Value[] = [];
  let present = 0;
  for (const column of table.columns) {
    const value = row[column.name];
    if (value !== undefined) present += 1;
    values.push(checked(table, column, value === undefined && column.serial ? null : value));
  }
  if (Object.keys(row).length > present) {
    throw new VaultError('AVOW_INVALID', `${table.name} has no such column`);
  }
  return values;
}
