import { VaultError } from '../fault.ts';
import type { Schema, Table } from '../port/schema.ts';
import type { Change, Read, Row, Value } from '../port/store.ts';
import { columnNames, sameRow } from '../table/order.ts';
import { readValues, shapeOf } from '../table/read.ts';
import { replacementOf } from '../table/replacement.ts';
import { inOrder } from '../table/value.ts';
import type { Answer, Session, Statement } from './session.ts';
import { hold, insert, remove, select, selectLast, selectPage, update } from './sql.ts';

/** A statement with its values, ready to be sent. */
export interface Command {
  readonly statement: Statement;
  readonly values: readonly Value[];
}

/**
 * Reads and changes of a schema's tables as commands. Nothing is sent here; what cannot be is
 * refused with `AVOW_INVALID` or `AVOW_TOO_LARGE`.
 */
export interface Statements {
  read(read: Read): Command;
  /** Keeps the tables from being written anew until the transaction is over. */
  hold(tables: readonly string[]): Command;
  page(table: string, after: Row | undefined, limit: number): Command;
  /** The greatest number in a serial column; 0 if there is none. */
  last(table: Table): Command;
  tableOf(name: string): Table;
  change(change: Change): Command;
  /** What a read or a page was answered, as rows. */
  rows(table: string, answer: Answer): readonly Row[];
}

export function makeStatements(schema: Schema): Statements {
  const tables = new Map(schema.tables.map((table) => [table.name, table]));
  const made = new Map<string, Statement>();

  function tableOf(name: string): Table {
    const found = tables.get(name);
    if (found === undefined) throw new VaultError('AVOW_INVALID', 'no such table');
    return found;
  }

  function statement(shape: string, sql: () => string): Statement {
    let found = made.get(shape);
    if (found === undefined) {
      // A name may have 63 bytes; a shape can be longer.
      found = { name: `avow_${made.size}`, text: sql() };
      made.set(shape, found);
    }
    return found;
  }

  function insertRow(table: Table, row: Row): Command {
    const all = inOrder(table, row);
    // A serial column left out must stay out of the statement, so that the server numbers the row.
    const given = [...table.columns.entries()].filter(
      ([at, column]) => !(column.serial && all[at] === null),
    );
    const columns = given.map(([, column]) => column.name);
    const shape = `insert ${table.name} ${columns.length}`;
    return {
      statement: statement(shape, () => insert(table, columns)),
      values: given.map(([at]) => all[at]!),
    };
  }

  function replaceRow(table: Table, before: Row, after: Row): Command {
    const { columns, values } = replacementOf(table, before, after);
    return {
      statement: statement(`update ${table.name} ${columns.join(' ')}`, () =>
        update(table, columns),
      ),
      values: [...values, ...identity(table, before)],
    };
  }

  return {
    read(read) {
      const table = tableOf(read.table);
      const { equals, bounds } = readValues(table, read);
      const nulls = equals.map((value) => (value === null ? 'null' : 'given')).join(' ');
      return {
        statement: statement(`${shapeOf(read)} ${nulls}`, () => select(table, read)),
        values: [...equals.filter((value) => value !== null), ...bounds, read.limit],
      };
    },

    hold(names) {
      const held = [...new Set(names)].map((name) => tableOf(name));
      const shape = `hold ${held.map((table) => table.name).join(' ')}`;
      return { statement: statement(shape, () => hold(held)), values: [] };
    },

    page(name, after, limit) {
      const table = tableOf(name);
      const fromStart = after === undefined;
      const key = fromStart ? [] : table.key.map((column) => after[column] ?? null);
      return {
        statement: statement(`page ${fromStart} ${name}`, () => selectPage(table, fromStart)),
        values: [...key, limit],
      };
    },

    last(table) {
      return { statement: statement(`last ${table.name}`, () => selectLast(table)), values: [] };
    },
    tableOf,

    change({ table: name, before, after }) {
      const table = tableOf(name);
      if (before === undefined) return insertRow(table, after ?? {});
      if (after !== undefined) return replaceRow(table, before, after);
      return {
        statement: statement(`remove ${name}`, () => remove(table)),
        values: identity(table, before),
      };
    },

    rows(name, answer) {
      const names = columnNames(tableOf(name));
      return answer.rows.map((cells) => {
        const row: Record<string, Value> = {};
        for (const [at, column] of names.entries()) row[column] = cells[at]!;
        return row;
      });
    },
  };
}

/** The values by which a stored row is known to be this one. */
function identity(table: Table, before: Row): Value[] {
  return sameRow(table).map((column) => before[column] ?? null);
}

/** Sends commands one behind the other; nothing waits for the answer before it. */
export function sendAll(session: Session, commands: readonly Command[]): Promise<Answer>[] {
  return commands.map(({ statement, values }) => session.send(statement, values));
}
