import { VaultError } from '../fault.ts';
import type { Table } from '../port/schema.ts';
import type { Read } from '../port/store.ts';

/**
 * The columns that the rows of a read are ordered by: those of the index, then those of the key.
 */
export function readOrder(table: Table, by: string): readonly string[] {
  if (by === 'key') return table.key;
  const index = table.indexes.find((candidate) => candidate.name === by);
  if (index === undefined) {
    throw new VaultError('AVOW_INVALID', `table ${table.name} has no such index`);
  }
  return [...index.columns, ...table.key.filter((column) => !index.columns.includes(column))];
}

/** Whether a read leaves out rows whose time is over. */
export function hidesExpired(table: Table, read: Read): boolean {
  return table.expires !== undefined && read.expired === undefined;
}

/**
 * The columns by which a row is known to be unchanged: the key, and the hash in an audited table,
 * in any other all that may change.
 */
export function sameRow(table: Table): readonly string[] {
  const changing = table.changing ?? columnNames(table).filter((name) => !table.key.includes(name));
  return [...table.key, ...(table.audited ? ['hash'] : changing)];
}

/** The names of a table's columns, in their order. */
export function columnNames(table: Table): readonly string[] {
  return table.columns.map((column) => column.name);
}

/** Whether a column may hold null. */
export function isNullable(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name && column.nullable === true);
}
