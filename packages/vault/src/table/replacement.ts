import { VaultError } from '../fault.ts';
import type { Table } from '../port/schema.ts';
import type { Row, Value } from '../port/store.ts';
import { inOrder } from './value.ts';

/** The columns in which a row is replaced, and their new values. Never empty. */
export interface Replacement {
  readonly columns: readonly string[];
  readonly values: readonly Value[];
}

/**
 * What differs between two states of a row. Throws `AVOW_INVALID` if that is the key or a column that
 * does not change, or if the new state is no row.
 */
export function replacementOf(table: Table, before: Row, after: Row): Replacement {
  const all = inOrder(table, after);
  const columns: string[] = [];
  const values: Value[] = [];
  for (const [at, { name }] of table.columns.entries()) {
    const value = all[at]!;
    // Blobs are compared by identity: one taken over from the old row is the same object.
    if (before[name] === value) continue;
    if (isFixed(table, name) && !sameBytes(before[name], value)) {
      throw new VaultError('AVOW_INVALID', `a replaced row of ${table.name} keeps its ${name}`);
    }
    columns.push(name);
    values.push(value);
  }
  if (columns.length > 0) return { columns, values };
  // Nothing differs, but the row must still be the one that was read.
  const unchanged = table.key[0]!;
  return { columns: [unchanged], values: [before[unchanged]!] };
}

function isFixed({ key, changing }: Table, name: string): boolean {
  return key.includes(name) || (changing !== undefined && !changing.includes(name));
}

function sameBytes(a: Value | undefined, b: Value): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
}
