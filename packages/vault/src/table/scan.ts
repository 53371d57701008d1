import { setImmediate } from 'node:timers/promises';
import type { Row, Scan } from '../port/store.ts';

const PAGE = 1_000;

/** A whole table, page by page, each page beginning after the last row of the one before. */
export async function* scanPages(
  scan: Scan,
  page: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
): AsyncIterable<Row> {
  const limit = scan.page ?? PAGE;
  let last: Row | undefined;
  for (;;) {
    const rows = await page(last, limit);
    yield* rows;
    if (rows.length < limit) return;
    last = rows.at(-1);
    // A large table must not keep everybody else waiting: a read on SQLite never gives way by itself.
    await setImmediate();
  }
}
