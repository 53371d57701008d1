import type { Schema } from '../port/schema.ts';
import type { Read, Row } from '../port/store.ts';
import { isLimit } from '../table/read.ts';
import type { Driver } from './driver.ts';
import { Shelf } from './shelf.ts';
import type { Statements } from './statements.ts';

/** About how many bytes of rows are kept: those asked for lately, and as many again from before. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** About what a row takes beside its values, for the objects that hold it and them. */
const ROW_BYTES = 600;
/** About what a list takes beside its rows; most of those that are kept are short, many empty. */
const LIST_BYTES = 600;

/** Statements that do not ask SQLite again for what has not changed since. */
export interface CachedStatements extends Statements {
  /**
   * To be called before the first read of a state, so that nothing is taken for it that another
   * connection has changed: a migration, or somebody who tampers.
   */
  begin(): void;
  /** To be called when a transaction was rolled back: what was read in it never was. */
  lost(): void;
}

/**
 * Keeps the rows that reads found until a change touches them: to fetch a row from SQLite takes many
 * times as long as to decide on it. One process has the file, and all its changes go through here. Rows
 * are kept as they are stored; what is sealed stays sealed.
 *
 * Only rows of audited tables are kept. There the row that a change is about is known by its hash, so
 * all its columns are, and they tell which reads would have found it. A key store has no such table.
 */
export function cacheRows(
  statements: Statements,
  driver: Driver,
  { tables }: Schema,
): CachedStatements {
  const shelves = new Map(
    tables
      .filter(({ audited }) => audited)
      .map((table) => {
        const ways = ['key', ...table.indexes.map(({ name }) => name)];
        return [table.name, new Map(ways.map((by) => [by, new Shelf(table, by)]))];
      }),
  );
  const all = [...shelves.values()].flatMap((ofTable) => [...ofTable.values()]);
  const state = driver.prepare('PRAGMA data_version');
  let version: unknown;
  let bytes = 0;

  /** Makes room for rows, at the cost of what was not asked for lately. */
  function take(rows: readonly Row[]): boolean {
    const size = rows.reduce((sum, row) => sum + sizeOf(row), LIST_BYTES);
    if (size > KEPT_BYTES / 2) return false;
    bytes += size;
    if (bytes > KEPT_BYTES) {
      bytes = size;
      for (const shelf of all) shelf.thin();
    }
    return true;
  }

  function clear(): void {
    bytes = 0;
    for (const shelf of all) shelf.clear();
  }

  return {
    ...statements,

    read(read, now) {
      const shelf = isByText(read) ? shelves.get(read.table)?.get(read.by) : undefined;
      if (shelf === undefined) return statements.read(read, now);
      const kept = shelf.find(read, now);
      if (kept !== undefined) return kept.length > read.limit ? kept.slice(0, read.limit) : kept;
      const rows = statements.read(read, now);
      // As many as were asked for: there may be more.
      const isAll = rows.length < read.limit || shelf.isOne(read.equals.length);
      return take(rows) ? shelf.keep(read, rows, isAll ? Infinity : read.limit) : rows;
    },

    apply(change) {
      statements.apply(change);
      for (const shelf of shelves.get(change.table)?.values() ?? []) shelf.drop(change);
    },

    begin() {
      const found = state.get()?.['data_version'];
      if (found !== version) clear();
      version = found;
    },

    lost: clear,
  };
}

/** Whether a read asks for the rows of some texts; such are the reads that come again and again. */
function isByText({ equals, after, upTo, descending, limit, expired }: Read): boolean {
  const isOther = descending || expired !== undefined || !isLimit(limit) || equals.length === 0;
  return !isOther && equals.every(isText) && isBound(after) && isBound(upTo);
}

function isBound(value: unknown): boolean {
  return value === undefined || isText(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function sizeOf(row: Row): number {
  let size = ROW_BYTES;
  for (const name in row) {
    const value = row[name];
    if (typeof value === 'string' || value instanceof Uint8Array) size += value.length;
  }
  return size;
}
