import type { StatementSync } from 'node:sqlite';
import { VaultError } from '../fault.ts';
import type { Column, Schema, Table } from '../port/schema.ts';
import type { Change, Read, Row, Value } from '../port/store.ts';
import type { Driver } from './driver.ts';
import { insert, readOrder, remove, sameRow, select, selectPage, update } from './sql.ts';
import { checked, inOrder } from './value.ts';

const LARGEST_READ = 10_000;

/** Reads and changes of a schema's tables on one connection, each statement prepared once. */
export interface Statements {
  /** `now` hides what has expired. */
  read(read: Read, now: number): readonly Row[];
  page(table: string, after: Row | undefined, limit: number): readonly Row[];
  /** Throws `AVOW_CONFLICT` if the row is not as `before` says; the transaction must then be rolled back. */
  apply(change: Change): void;
}

export function prepareStatements(driver: Driver, schema: Schema): Statements {
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  const prepared = new Map<string, StatementSync>();

  function table(name: string): Table {
    const found = tables.get(name);
    if (found === undefined) throw new VaultError('AVOW_INVALID', 'no such table');
    return found;
  }

  function statement(shape: string, sql: () => string): StatementSync {
    let found = prepared.get(shape);
    if (found === undefined) {
      found = driver.prepare(sql());
      prepared.set(shape, found);
    }
    return found;
  }

  return {
    read(read, now) {
      const from = table(read.table);
      const parameters = readParameters(from, read, now);
      const found = statement(shapeOf(read), () => select(from, read));
      return found.all(...parameters) as unknown as readonly Row[];
    },

    page(name, after, limit) {
      const from = table(name);
      const fromStart = after === undefined;
      const found = statement(`page ${fromStart} ${name}`, () => selectPage(from, fromStart));
      const key = fromStart ? [] : from.key.map((column) => after[column] ?? null);
      return found.all(...key, limit) as unknown as readonly Row[];
    },

    apply({ table: name, before, after }) {
      const into = table(name);
      if (before === undefined) {
        if (after === undefined) return;
        statement(`insert ${name}`, () => insert(into)).run(...inOrder(into, after));
        return;
      }
      const old = sameRow(into).map((column) => before[column] ?? null);
      const { changes } =
        after === undefined
          ? statement(`remove ${name}`, () => remove(into)).run(...old)
          : statement(`update ${name}`, () => update(into)).run(
              ...replacement(into, before, after),
              ...old,
            );
      if (changes !== 1) throw new VaultError('AVOW_CONFLICT', `a row of ${name} has changed`);
    },
  };
}

/** What makes two reads the same statement. */
function shapeOf(read: Read): string {
  const bounds = `${read.after === undefined ? '' : '>'}${read.upTo === undefined ? '' : '<'}`;
  const order = read.descending ? 'descending' : 'ascending';
  return `read ${read.table} ${read.by} ${read.equals.length} ${bounds} ${order} ${read.expired ?? ''}`;
}

function readParameters(table: Table, read: Read, now: number): Value[] {
  const columns = readOrder(table, read.by).map((name) => columnOf(table, name));
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

function columnOf(table: Table, name: string): Column {
  return table.columns.find((column) => column.name === name)!;
}

function replacement(table: Table, before: Row, after: Row): Value[] {
  if (
    table.key.some(
      (column) => before[column] !== after[column] && !sameBytes(before[column], after[column]),
    )
  ) {
    throw new VaultError('AVOW_INVALID', `a replaced row of ${table.name} keeps its key`);
  }
  return inOrder(table, after);
}

function sameBytes(a: Value | undefined, b: Value | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
}
