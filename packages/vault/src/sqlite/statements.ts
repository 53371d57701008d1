import type { StatementSync } from 'node:sqlite';
import { VaultError } from '../fault.ts';
import type { Schema, Table } from '../port/schema.ts';
import type { Change, Read, Row, Value } from '../port/store.ts';
import { hidesExpired, sameRow } from '../table/order.ts';
import { readValues, shapeOf } from '../table/read.ts';
import { type Replacement, replacementOf } from '../table/replacement.ts';
import { inOrder } from '../table/value.ts';
import type { Driver } from './driver.ts';
import { insert, remove, select, selectLast, selectPage, update } from './sql.ts';

/** Reads and changes of a schema's tables on one connection, each statement prepared once. */
export interface Statements {
  /** `now` hides what has expired. */
  read(read: Read, now: number): readonly Row[];
  page(table: string, after: Row | undefined, limit: number): readonly Row[];
  /** The greatest number in a serial column; 0 if there is none. */
  lastNumber(table: string): number;
  /**
   * Throws `AVOW_CONFLICT` if the row is not as `before` says; the transaction must then be rolled
   * back.
   */
  apply(change: Change): void;
}

export function prepareStatements(driver: Driver, schema: Schema): Statements {
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  const identities = new Map(schema.tables.map((table) => [table.name, sameRow(table)]));
  const prepared = new Map<string, StatementSync>();

  function tableOf(name: string): Table {
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

  function insertRow(table: Table, row: Row): void {
    const found = statement(`insert ${table.name}`, () => insert(table));
    found.run(...inOrder(table, row));
  }

  function removeRow(table: Table, before: Row): number | bigint {
    const found = statement(`remove ${table.name}`, () => remove(table));
    return found.run(...identity(table, before)).changes;
  }

  function replaceRow(table: Table, before: Row, after: Row): number | bigint {
    const { columns, values }: Replacement = replacementOf(table, before, after);
    const shape = `update ${table.name} ${columns.join(' ')}`;
    const found = statement(shape, () => update(table, columns));
    return found.run(...values, ...identity(table, before)).changes;
  }

  /** The values by which a stored row is known to be this one. */
  function identity(table: Table, before: Row): Value[] {
    return identities.get(table.name)!.map((column) => before[column] ?? null);
  }

  return {
    read(read, now) {
      const table = tableOf(read.table);
      const { equals, bounds } = readValues(table, read);
      const found = statement(shapeOf(read), () => select(table, read));
      const moment = hidesExpired(table, read) ? [now] : [];
      return found.all(...equals, ...bounds, ...moment, read.limit) as unknown as readonly Row[];
    },

    page(name, after, limit) {
      const table = tableOf(name);
      const fromStart = after === undefined;
      const found = statement(`page ${fromStart} ${name}`, () => selectPage(table, fromStart));
      const key = fromStart ? [] : table.key.map((column) => after[column] ?? null);
      return found.all(...key, limit) as unknown as readonly Row[];
    },

    lastNumber(name) {
      const found = statement(`last ${name}`, () => selectLast(tableOf(name)));
      return Number(found.get()?.['last'] ?? 0);
    },

    apply({ table: name, before, after }) {
      const table = tableOf(name);
      if (before === undefined) {
        if (after !== undefined) insertRow(table, after);
        return;
      }
      const changed =
        after === undefined ? removeRow(table, before) : replaceRow(table, before, after);
      if (changed !== 1) throw new VaultError('AVOW_CONFLICT', `a row of ${name} has changed`);
    },
  };
}
