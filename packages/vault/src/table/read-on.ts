import type { Read, Reader, Row } from '../port/store.ts';
import { dataTable } from '../tables.ts';
import { readOrder } from './order.ts';

/**
 * Goes on with a read of the data store behind the row that it ended with, in the order of its index;
 * without one it begins. Fewer rows than its limit means that there are no more. Rows that tie on the
 * columns of the index are told apart by those of the key, so none is met twice and none passed over;
 * and a row that stays where it is, because it must not be removed, is not met again.
 */
export async function readOn(
  reader: Reader,
  read: Read,
  last: Row | undefined,
): Promise<readonly Row[]> {
  if (last === undefined) return (await reader.read([read]))[0]!;
  const { upTo, ...rest } = read;
  const order = readOrder(dataTable(read.table)!, read.by);
  const first = read.equals.length;
  const rows: Row[] = [];
  // The ties first, then what differs in one column after another, the last of them first.
  for (let depth = order.length - 1; depth >= first && rows.length < read.limit; depth--) {
    const equals = order.slice(0, depth).map((column) => last[column]!);
    const bounds = depth === first && upTo !== undefined ? { upTo } : {};
    const limit = read.limit - rows.length;
    const next = { ...rest, equals, after: last[order[depth]!]!, limit, ...bounds };
    rows.push(...(await reader.read([next]))[0]!);
  }
  return rows;
}
