import { VaultError } from '../fault.ts';
import type { Schema } from '../port/schema.ts';
import type { Row } from '../port/store.ts';
import type { Filler } from './filler.ts';
import type { WholeReader } from './whole.ts';

/** Rows handed over at a time. */
const BATCH = 200;

/**
 * Fills a store with every row of another; `report` is told of rows done and rows in all. Memory is
 * bounded by a page. `AVOW_SCHEMA` if the other is not of the form that this program makes: it would
 * be copied in part.
 */
export async function copyRows(
  from: WholeReader,
  to: Filler,
  schema: Schema,
  report: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  refuseUnlessNewest(from, schema);
  let total = 0;
  for (const { name } of schema.tables) total += await from.count(name);
  let done = 0;
  for (const { name } of schema.tables) {
    for await (const rows of batches(from.scan({ table: name }))) {
      await to.put(name, rows);
      done += rows.length;
      report(done, total);
    }
  }
  await to.goOn(await from.moment());
}

function refuseUnlessNewest({ form }: WholeReader, { name, version }: Schema): void {
  if (form.version === version) return;
  const [what, how] =
    form.version < version
      ? ['older', 'run "avow migrate" first']
      : ['newer', 'use a program that knows it'];
  throw new VaultError(
    'AVOW_SCHEMA',
    `the store of ${name} is of form ${form.version}, ${what} than this program's ${version}, and would be copied in part: ${how}`,
  );
}

async function* batches(rows: AsyncIterable<Row>): AsyncIterable<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
