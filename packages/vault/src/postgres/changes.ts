import type { Table } from '../port/schema.ts';
import type { Change, Row, Value } from '../port/store.ts';
import { sameRow } from '../table/order.ts';
import { replacementOf } from '../table/replacement.ts';
import { inOrder } from '../table/value.ts';
import { insert, type Mark, remove, update } from './sql.ts';

/** A change of one row: its text, told by its shape, and the values for it. */
export interface Part {
  /** Two parts of one shape have the same text. */
  readonly shape: string;
  text(mark: Mark): string;
  readonly values: readonly Value[];
}

/** Refuses with `AVOW_INVALID` or `AVOW_TOO_LARGE` what cannot be stored. */
export function partOf(table: Table, { before, after }: Change): Part {
  if (before === undefined) return insertRow(table, after ?? {});
  if (after !== undefined) return replaceRow(table, before, after);
  return {
    shape: `remove ${table.name}`,
    text: (mark) => remove(table, mark),
    values: identity(table, before),
  };
}

function insertRow(table: Table, row: Row): Part {
  const all = inOrder(table, row);
  // A serial column left out must stay out of the statement, so that the server numbers the row.
  const given = [...table.columns.entries()].filter(
    ([at, column]) => !(column.serial && all[at] === null),
  );
  const columns = given.map(([, column]) => column.name);
  return {
    shape: `insert ${table.name} ${columns.length}`,
    text: (mark) => insert(table, columns, mark),
    values: given.map(([at]) => all[at]!),
  };
}

function replaceRow(table: Table, before: Row, after: Row): Part {
  const { columns, values } = replacementOf(table, before, after);
  return {
    shape: `update ${table.name} ${columns.join(' ')}`,
    text: (mark) => update(table, columns, mark),
    values: [...values, ...identity(table, before)],
  };
}

/** The values by which a stored row is known to be this one. */
function identity(table: Table, before: Row): Value[] {
  return sameRow(table).map((column) => before[column] ?? null);
}

/**
 * The changes of a unit in as few groups as can be, each to be made by one statement. A statement does not
 * see what it changes itself, so what is done to one table stays in its order, in one group after the
 * other. What is done to different tables does not meet, and goes by the tables' names, so that there
 * are few kinds of groups.
 */
export function inGroups(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  const done = new Map<string, number>();
  for (const change of changes) {
    const at = done.get(change.table) ?? 0;
    done.set(change.table, at + 1);
    groups[at] = [...(groups[at] ?? []), change];
  }
  return groups.map((group) => group.sort((a, b) => (a.table < b.table ? -1 : 1)));
}
