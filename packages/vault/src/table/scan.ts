import { setImmediate } from 'node:timers/promises';
import type { Row, Scan, Value } from '../port/store.ts';

/** Rows in a page: at first, while nobody knows how large they are, and at most. */
const FIRST = 50;
const MOST = 1_000;
/** About how much a page holds, in bytes: a single row may have sixteen megabytes. */
const PAGE_BYTES = 4_000_000;

/** A whole table, page by page, each page beginning after the last row of the one before. */
export async function* scanPages(
  scan: Scan,
  page: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
): AsyncIterable<Row> {
  const most = scan.page ?? MOST;
  let limit = Math.min(FIRST, most);
  let last: Row | undefined;
  for (;;) {
    const rows = await page(last, limit);
    yield* rows;
    if (rows.length < limit) return;
    last = rows.at(-1);
    limit = Math.min(most, Math.ceil((PAGE_BYTES * limit) / (1 + bytesOf(rows))));
    // A large table must not keep everybody else waiting: a read on SQLite never gives way by itself.
    await setImmediate();
  }
}

function bytesOf(rows: readonly Row[]): number {
  let bytes = 0;
  for (const row of rows) for (const value of Object.values(row)) bytes += sizeOf(value);
  return bytes;
}

function sizeOf(value: Value): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 8;
}
