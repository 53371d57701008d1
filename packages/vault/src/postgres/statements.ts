import { VaultError } from '../fault.ts';
import type { Schema, Table } from '../port/schema.ts';
import type { Change, Read, Row, Value } from '../port/store.ts';
import { columnNames } from '../table/order.ts';
import { readValues, shapeOf } from '../table/read.ts';
import { inGroups, partOf } from './changes.ts';
import { raising } from './moment.ts';
import type { Answer, Session, Statement } from './session.ts';
import { allOrNone, hold, select, selectLast, selectPage } from './sql.ts';

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
  /**
   * What makes the changes, and sets the register of time to `moment`, if one is given. Of no changes
   * nothing is made.
   */
  changes(changes: readonly Change[], moment: number | null): readonly Command[];
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

    changes(changes, moment) {
      const groups = inGroups(changes);
      return groups.map((group, at) => {
        const parts = group.map((change) => partOf(tableOf(change.table), change));
        const shape = parts.map((part) => part.shape).join(', ');
        return {
          statement: statement(shape, () =>
            allOrNone(
              parts.map(({ text }) => text),
              raising,
            ),
          ),
          // Once is enough.
          values: [...parts.flatMap(({ values }) => values), at === 0 ? moment : null],
        };
      });
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

/** Sends commands one behind the other; nothing waits for the answer before it. */
export function sendAll(session: Session, commands: readonly Command[]): Promise<Answer>[] {
  return commands.map(({ statement, values }) => session.send(statement, values));
}
