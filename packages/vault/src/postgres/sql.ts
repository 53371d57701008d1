import type { Table } from '../port/schema.ts';
import type { Read } from '../port/store.ts';
import { columnNames, hidesExpired, isNullable, readOrder, sameRow } from '../table/order.ts';
import { quote, quoteAll } from '../table/quote.ts';
import { sorted, typeOf } from './column.ts';
import { sharedNumbers } from './settled.ts';

/** The moment of the transaction, which is set before anything is read: see moment.ts. */
const NOW = "current_setting('avow.now')::bigint";

/**
 * The statement for one shape of read. Parameters, in order: the values of `equals` that are not
 * null, `after`, `upTo`, limit.
 */
export function select(table: Table, read: Read): string {
  const mark = marks();
  const order = readOrder(table, read.by);
  const next = order[read.equals.length];
  // No index serves IS NOT DISTINCT FROM: which values are null must stand in the statement itself.
  const where = read.equals.map((value, at) =>
    value === null ? `${quote(order[at]!)} IS NULL` : `${quote(order[at]!)} = ${mark()}`,
  );
  if (next !== undefined && read.after !== undefined) {
    where.push(`${quote(next)} ${read.descending ? '<' : '>'} ${mark()}`);
  }
  if (next !== undefined && read.upTo !== undefined) {
    where.push(`${quote(next)} ${read.descending ? '>=' : '<='} ${mark()}`);
  }
  if (hidesExpired(table, read)) {
    const expires = quote(table.expires!);
    where.push(`(${expires} IS NULL OR ${expires} > ${NOW})`);
  }
  const condition = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
  // The whole order, fixed columns too: only so does the planner see that the index has it.
  const ordered = sorted(table, order, read.descending);
  return `SELECT ${quoteAll(columnNames(table))} FROM ${quote(table.name)}${condition} ORDER BY ${ordered} LIMIT ${mark()}`;
}

/** Lets everyone read and change, and nobody write the tables anew. */
export function hold(tables: readonly Table[]): string {
  return `LOCK TABLE ${quoteAll(tables.map((table) => table.name))} IN ACCESS SHARE MODE`;
}

/**
 * One page of a whole table by key: from the start, or after a key given as parameters; then limit.
 */
export function selectPage(table: Table, fromStart: boolean): string {
  const mark = marks();
  const key = quoteAll(table.key);
  const from = fromStart ? '' : ` WHERE (${key}) > (${table.key.map(() => mark()).join(', ')})`;
  return `SELECT ${quoteAll(columnNames(table))} FROM ${quote(table.name)}${from} ORDER BY ${key} LIMIT ${mark()}`;
}

/** How many rows a table has. */
export const count = (table: string): string => `SELECT count(*) FROM ${quote(table)}`;

/** Parameters: a value for each column, a serial one too. */
export function fill(table: Table): string {
  const mark = marks();
  const values = table.columns.map(() => mark()).join(', ');
  return `INSERT INTO ${quote(table.name)} (${quoteAll(columnNames(table))}) VALUES (${values})`;
}

/** The greatest number of the serial column that a table is keyed by; 0 if there is none. */
export function selectLast(table: Table): string {
  return `SELECT coalesce(max(${quoteAll(table.key)}), 0) FROM ${quote(table.name)}`;
}

/** The next parameter of a statement: `$1`, `$2`, … */
export type Mark = () => string;

/** Parameters: a value for each of `columns`. A row that is there already is no change. */
export function insert(table: Table, columns: readonly string[], mark: Mark): string {
  const isNumbered = table.columns.some(({ name, serial }) => serial && !columns.includes(name));
  const values = table.columns
    .filter(({ name }) => columns.includes(name))
    .map((column) => `${mark()}::${typeOf(column)}`);
  const from = isNumbered ? ` FROM ${sharedNumbers(table)}` : '';
  // Not left to the unique index: its error would write the key's values into the server's log.
  return `INSERT INTO ${quote(table.name)} (${quoteAll(columns)}) SELECT ${values.join(', ')}${from} ON CONFLICT DO NOTHING`;
}

/** Parameters: the values of `columns`, then those of `sameRow`. */
export function update(table: Table, columns: readonly string[], mark: Mark): string {
  const set = columns.map((name) => `${quote(name)} = ${mark()}`).join(', ');
  return `UPDATE ${quote(table.name)} SET ${set} WHERE ${stillThere(table, mark)}`;
}

/** Parameters: those of `sameRow`. */
export function remove(table: Table, mark: Mark): string {
  return `DELETE FROM ${quote(table.name)} WHERE ${stillThere(table, mark)}`;
}

function stillThere(table: Table, mark: Mark): string {
  return sameRow(table)
    .map((name) => {
      const same = isNullable(table, name) ? 'IS NOT DISTINCT FROM' : '=';
      return `${quote(name)} ${same} ${mark()}`;
    })
    .join(' AND ');
}

/**
 * Changes of one row each, in different tables, which fail (SQLSTATE 22012, division by zero) if one of
 * them finds no row to change. COMMIT follows in the same piece, before we could count: the server must
 * refuse it by itself. Parameters: those of the changes in their order, then those of `last`, which has a column of its own.
 */
export function allOrNone(
  changes: readonly ((mark: Mark) => string)[],
  last: (mark: Mark) => string,
): string {
  const mark = marks();
  const made = changes.map((change, at) => `changed_${at} AS (${change(mark)} RETURNING 1)`);
  const counts = changes.map((_, at) => `(SELECT count(*) FROM changed_${at})`);
  return `WITH ${made.join(', ')} SELECT 1 / (${counts.join(' * ')}), ${last(mark)}`;
}

function marks(): Mark {
  let last = 0;
  return () => {
    last += 1;
    return `$${last}`;
  };
}
