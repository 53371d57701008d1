import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asImportId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { Imports, Rows } from '../face/imports.ts';
import { AvowError } from '../fault.ts';
import { type ImportRecord, importFrom, importIn, importRow } from '../register/import.ts';
import { readNow } from '../rows/reading.ts';
import { CsvReader } from './parse/csv.ts';
import { type Line, linesOf } from './parse/lines.ts';
import { readNdjson } from './parse/ndjson.ts';
import type { Heading, Read } from './parse/row.ts';
import { rowOf } from './row.ts';
import { doStep, Moved, type Step } from './step.ts';
import { importOf } from './told.ts';

/** Lines of one step: as many people are had alone for as long as one act takes. */
const TOGETHER = 100;

/** Takes in lines, a step at a time, until the source ends or the import does. */
export function rowsWith(deployment: Deployment): Imports<Words>['rows'] {
  const { policy } = deployment;
  return async (id, source, options = {}) => {
    const begun = await openImport(deployment, asImportId(id));
    const from = fromOf(options, begun);
    const more = options.more === true;
    const told = (record: ImportRecord) => importOf(record, policy.current().policy.vocabulary);
    let record = begun;
    for await (const step of stepsOf(readsOf(source, from, more, begun), begun, more)) {
      if (options.signal?.aborted) break;
      record = await forward(deployment, record, step);
      options.onProgress?.(told(record));
      if (record.state !== 'open') break;
    }
    return told(record);
  };
}

/**
 * Does what of a step has not been done. Where another process goes through the same lines, each step
 * is done by one of them.
 */
async function forward(
  deployment: Deployment,
  from: ImportRecord,
  step: Step,
): Promise<ImportRecord> {
  for (let record = from; ; ) {
    const lines = step.lines.filter(({ line }) => line >= record.next);
    const isBehind = step.next <= record.next && step.state === 'open';
    if (record.state !== 'open' || isBehind) return record;
    try {
      return await doStep(deployment, record, {
        ...step,
        lines,
        next: Math.max(step.next, record.next),
      });
    } catch (problem) {
      if (!(problem instanceof Moved)) throw problem;
      record = (await importNow(deployment, record.id)) ?? record;
    }
  }
}

async function importNow({ vault }: Deployment, id: string): Promise<ImportRecord | undefined> {
  const read = importRow(id);
  const row = importIn((await readNow(vault, read)).of(read));
  return row && importFrom(row);
}

async function openImport(deployment: Deployment, id: string): Promise<ImportRecord> {
  const record = await importNow(deployment, id);
  if (record === undefined) throw new AvowError('AVOW_NOT_FOUND', 'no such import', 'import');
  if (record.state !== 'open') throw new AvowError('AVOW_STATE', 'is over', 'import');
  return record;
}

function fromOf({ from = 1 }: Rows<Words>, { next }: ImportRecord): number {
  if (!Number.isSafeInteger(from) || from < 1) throw malformed('from', 'must be a line from 1');
  if (from > next) throw malformed('from', 'must not be beyond the line that comes next');
  return from;
}

/** What some lines hold, and the line with which what follows begins. */
interface Some {
  readonly reads: readonly Read[];
  readonly next: number;
}

/**
 * What the source holds, some lines at a time. A first line that names the columns is only there if it begins
 * at 1. Where more comes, what has begun and not ended is left to it.
 */
async function* readsOf(
  source: AsyncIterable<Uint8Array | string>,
  from: number,
  more: boolean,
  { format, map, columns }: ImportRecord,
): AsyncGenerator<Some, void, undefined> {
  const csv =
    format === 'csv'
      ? new CsvReader(map, from === 1 ? undefined : (columns ?? undefined))
      : undefined;
  const read = (lines: readonly Line[]) => csv?.take(lines) ?? readNdjson(lines, map);
  let next = from;
  for await (const lines of linesOf(source, from, more)) {
    const reads = read(lines);
    next = lines.at(-1)!.number + 1;
    yield { reads, next: csv?.openFrom ?? next };
  }
  if (csv && !more) yield { reads: csv.end(), next };
}

/** Steps of bounded size. The last one ends the import, unless more comes. */
async function* stepsOf(
  source: AsyncIterable<Some>,
  record: ImportRecord,
  more: boolean,
): AsyncGenerator<Step, void, undefined> {
  let columns: readonly string[] | undefined;
  let lines: Step['lines'][number][] = [];
  let next = record.next;
  const step = (state: Step['state']): Step => {
    const made = { lines, next, state, ...(columns ? { columns } : {}) };
    lines = [];
    return made;
  };
  for await (const some of source) {
    for (const read of some.reads) {
      if (read.kind === 'columns') {
        if (!isRight(read, record)) {
          yield { lines: [], next: record.next, state: 'stopped', why: 'columns' };
          return;
        }
        columns = read.columns!;
        next = Math.max(next, read.next);
        continue;
      }
      // Done before: passed over without being looked at.
      if (read.line < record.next) continue;
      lines.push(lineOf(read, record));
      next = read.next;
      if (lines.length >= TOGETHER) yield step('open');
    }
    // Blank lines are done with as well.
    next = Math.max(next, some.next);
  }
  yield step(more ? 'open' : 'done');
}

function lineOf(read: Exclude<Read, Heading>, record: ImportRecord): Step['lines'][number] {
  if (read.kind === 'row') return rowOf(read, record);
  const { line, code, column } = read;
  return { line, code, ...(column === undefined ? {} : { column }) };
}

/** Whether a first line names the columns that were agreed on, each once; the same as when it was first read. */
function isRight({ columns }: Heading, { map, match, columns: before }: ImportRecord): boolean {
  if (columns === undefined || new Set(columns).size < columns.length) return false;
  const isKnown = columns.every((column) => Object.hasOwn(map, column));
  const isMatched = columns.some((column) => map[column] === match);
  const isSame = before === null || before.join('\0') === columns.join('\0');
  return isKnown && isMatched && isSame;
}
