import { canonicalHash } from '../canonical.ts';
import type { Table } from '../port/schema.ts';
import type { Row, Value } from '../port/store.ts';

/** Bytes of the salt in every audited row. */
export const SALT_BYTES = 16;

/**
 * SHA-256 over the canonical bytes of a row of an audited table: its name, then every column but
 * `hash` in the order of the schema. The row's own random `salt` is among them, so that the hash in
 * the log gives away nothing. A column that was added later counts by its name, and only where it is
 * not null.
 */
export function rowHash(table: Table, row: Row): Uint8Array {
  const values: Value[] = [table.name];
  for (const { name, added } of table.columns) {
    if (name === 'hash') continue;
    const value = row[name] ?? null;
    if (!added) values.push(value);
    else if (value !== null) values.push(name, value);
  }
  return canonicalHash('avow/row/v1', values);
}

/** The row as it is stored: with its salt and its hash. */
export function stampRow(table: Table, draft: Row, salt: Uint8Array): Row & { hash: Uint8Array } {
  const row = { ...draft, salt };
  return { ...row, hash: rowHash(table, row) };
}
