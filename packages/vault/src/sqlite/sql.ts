import type { Column, Index, Step, Table } from '../port/schema.ts';
import type { Read } from '../port/store.ts';
import { columnNames, hidesExpired, isNullable, readOrder, sameRow } from '../table/order.ts';
import { quote, quoteAll } from '../table/quote.ts';

/**
 * A sum, because of a bare `LIMIT ?` SQLite looks at the value to plan by it, and so compiles the
 * statement anew each time one is bound: three quarters of the time of a read by key.
 */
const LIMIT = 'LIMIT ? + 0';

/**
 * The statements that make a table. Text compares by bytes (SQLite's BINARY collation). A serial
 * key is the rowid; any other table is clustered by its key, which spares a second tree.
 */
export function createTable(table: Table): readonly string[] {
  const serial = table.columns.find((column) => column.serial);
  const columns = table.columns.map(define);
  const key = serial ? [] : [`PRIMARY KEY (${quoteAll(table.key)})`];
  const options = serial ? 'STRICT' : 'STRICT, WITHOUT ROWID';
  return [
    `CREATE TABLE ${quote(table.name)} (${[...columns, ...key].join(', ')}) ${options}`,
    ...table.indexes.map((index) => createIndex(table, index)),
  ];
}

function define(column: Column): string {
  if (column.serial) return `${quote(column.name)} INTEGER PRIMARY KEY`;
  return `${quote(column.name)} ${column.type.toUpperCase()}${column.nullable ? '' : ' NOT NULL'}`;
}

function createIndex(table: Table, index: Index): string {
  const unique = index.unique ? 'UNIQUE ' : '';
  const columns = index.unique ? index.columns : readOrder(table, index.name);
  const name = quote(`${table.name}_${index.name}`);
  return `CREATE ${unique}INDEX ${name} ON ${quote(table.name)} (${quoteAll(columns)})`;
}

/** The statements that take a step of a migration. */
export function takeStep(step: Step): readonly string[] {
  switch (step.does) {
    case 'create-table':
      return createTable(step.table);
    case 'add-column':
      return [`ALTER TABLE ${quote(step.table)} ADD COLUMN ${define(step.column)}`];
    case 'create-index':
      return [createIndex(step.table, step.index)];
    case 'drop-index':
      return [`DROP INDEX ${quote(`${step.table}_${step.index}`)}`];
    case 'drop-column':
      return [`ALTER TABLE ${quote(step.table)} DROP COLUMN ${quote(step.column)}`];
    case 'drop-table':
      return [`DROP TABLE ${quote(step.table)}`];
    case 'rewrite':
      return step.sql;
    default:
      return step satisfies never;
  }
}

/**
 * The statement for one shape of read. Parameters, in order: the values of `equals`, `after`,
 * `upTo`, now (if expired rows are hidden), limit.
 */
export function select(table: Table, read: Read): string {
  const order = readOrder(table, read.by);
  const fixed = order.slice(0, read.equals.length);
  const next = order[read.equals.length];
  const where = fixed.map(
    (column) => `${quote(column)} ${isNullable(table, column) ? 'IS' : '='} ?`,
  );
  if (next !== undefined && read.after !== undefined) {
    where.push(`${quote(next)} ${read.descending ? '<' : '>'} ?`);
  }
  if (next !== undefined && read.upTo !== undefined) {
    where.push(`${quote(next)} ${read.descending ? '>=' : '<='} ?`);
  }
  if (hidesExpired(table, read)) {
    const expires = quote(table.expires!);
    where.push(`(${expires} IS NULL OR ${expires} > ?)`);
  }
  const condition = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`;
  const direction = read.descending ? ' DESC' : '';
  const sorted = order.slice(read.equals.length).map((column) => quote(column) + direction);
  const ordered = sorted.length === 0 ? '' : ` ORDER BY ${sorted.join(', ')}`;
  return `SELECT ${quoteAll(columnNames(table))} FROM ${quote(table.name)}${condition}${ordered} ${LIMIT}`;
}

/**
 * One page of a whole table by key: from the start, or after a key given as parameters; then limit.
 */
export function selectPage(table: Table, fromStart: boolean): string {
  const key = quoteAll(table.key);
  const from = fromStart ? '' : ` WHERE (${key}) > (${table.key.map(() => '?').join(', ')})`;
  return `SELECT ${quoteAll(columnNames(table))} FROM ${quote(table.name)}${from} ORDER BY ${key} ${LIMIT}`;
}

/** How many rows a table has, as `rows`. */
export const count = (table: string): string => `SELECT count(*) AS rows FROM ${quote(table)}`;

/** The greatest number of the serial column that a table is keyed by. */
export function selectLast(table: Table): string {
  return `SELECT max(${quoteAll(table.key)}) AS last FROM ${quote(table.name)}`;
}

/** Parameters: every column in order; null for a serial one lets SQLite number the row. */
export function insert(table: Table): string {
  const marks = table.columns.map(() => '?').join(', ');
  return `INSERT INTO ${quote(table.name)} (${quoteAll(columnNames(table))}) VALUES (${marks})`;
}

/**
 * Sets some columns only: an index on any other is then left alone. Parameters: their values, then
 * those of {@link sameRow}.
 */
export function update(table: Table, columns: readonly string[]): string {
  const set = columns.map((name) => `${quote(name)} = ?`).join(', ');
  return `UPDATE ${quote(table.name)} SET ${set} WHERE ${stillThere(table)}`;
}

/** Parameters: those of {@link sameRow}. */
export function remove(table: Table): string {
  return `DELETE FROM ${quote(table.name)} WHERE ${stillThere(table)}`;
}

function stillThere(table: Table): string {
  return sameRow(table)
    .map((column) => `${quote(column)} ${isNullable(table, column) ? 'IS' : '='} ?`)
    .join(' AND ');
}
