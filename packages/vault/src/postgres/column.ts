import type { Column, Table } from '../port/schema.ts';
import { isNullable } from '../table/order.ts';
import { quote } from '../table/quote.ts';

/** What PostgreSQL calls the type of a column. */
export function typeOf({ type }: Column): string {
  switch (type) {
    case 'text':
      return 'text';
    case 'integer':
      return 'bigint';
    case 'blob':
      return 'bytea';
    default:
      return type satisfies never;
  }
}

/**
 * Columns to order by: an index and the reads that it serves must say it alike. Null comes first, which
 * is not PostgreSQL's own choice.
 */
export function sorted(table: Table, columns: readonly string[], descending = false): string {
  return columns
    .map((name) => {
      const direction = descending ? ' DESC' : '';
      if (!isNullable(table, name)) return quote(name) + direction;
      return `${quote(name)}${direction} NULLS ${descending ? 'LAST' : 'FIRST'}`;
    })
    .join(', ');
}
