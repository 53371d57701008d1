import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { Line } from './lines.ts';
import { type Read, unread } from './row.ts';

/** A record may hold ends of lines in quotes. So many lines it has at most. */
const MOST_LINES = 64;

/**
 * Reads comma-separated values (RFC 4180), line by line, so that what is wrong with one line is the fault of
 * no other: a quote that nobody closes does not swallow the rest of the delivery. A record goes on as long
 * as a quote is open; if nothing comes of that, its first line alone is at fault.
 */
export class CsvReader {
  readonly #map: Readonly<Record<string, string | null>>;
  #columns: readonly string[] | undefined;
  #open: Line[] = [];
  #isQuoted = false;

  /** Without columns, the first line names them. */
  constructor(
    map: Readonly<Record<string, string | null>>,
    columns: readonly string[] | undefined,
  ) {
    this.#map = map;
    this.#columns = columns;
  }

  take(lines: readonly Line[]): Read[] {
    return lines.flatMap((line) => this.#add(line));
  }

  /** The first line of a record that has not ended yet. */
  get openFrom(): number | undefined {
    return this.#open[0]?.number;
  }

  /** There is no further line. */
  end(): Read[] {
    const reads: Read[] = [];
    while (this.#open.length > 0) reads.push(...this.#giveUp());
    return reads;
  }

  #add(line: Line): Read[] {
    if (line.isLong || !isUtf8(line.bytes)) {
      const before = this.end();
      return [...before, this.#fault(line, line.isLong ? 'tooLong' : 'malformed')];
    }
    if (this.#open.length === 0 && line.bytes.length === 0) return [];
    this.#open.push(line);
    if (hasOddQuotes(line.bytes)) this.#isQuoted = !this.#isQuoted;
    if (this.#isQuoted) {
      // A copy: whose memory it is may fill it anew before the record ends.
      this.#open[this.#open.length - 1] = { ...line, bytes: Buffer.from(line.bytes) };
      return this.#open.length < MOST_LINES ? [] : this.#giveUp();
    }
    const cells = cellsOf(this.#open);
    if (cells === undefined) return this.#giveUp();
    const read = this.#read(this.#open[0]!.number, line.number + 1, cells);
    // Several lines that make no row together may be rows each, behind one with a stray quote.
    if (this.#open.length > 1 && read.kind === 'reject') return this.#giveUp();
    this.#clear();
    return [read];
  }

  /** The first of the lines that are open is at fault; those behind it are read anew. */
  #giveUp(): Read[] {
    const [first, ...others] = this.#open;
    this.#clear();
    return [this.#fault(first!, 'malformed'), ...this.take(others)];
  }

  #clear(): void {
    this.#open = [];
    this.#isQuoted = false;
  }

  #fault({ number }: Line, code: 'malformed' | 'tooLong'): Read {
    if (this.#columns !== undefined) return unread(number, number + 1, code);
    return { kind: 'columns', line: number, next: number + 1, columns: undefined };
  }

  #read(line: number, next: number, cells: readonly string[]): Read {
    const columns = this.#columns;
    if (columns === undefined) {
      this.#columns = cells;
      return { kind: 'columns', line, next, columns: cells };
    }
    if (cells.length !== columns.length) return unread(line, next, 'malformed');
    const values = new Map<string, string>();
    for (const [at, column] of columns.entries()) {
      // An empty cell says nothing.
      if (this.#map[column] !== null && cells[at] !== '') values.set(column, cells[at]!);
    }
    return { kind: 'row', line, next, values };
  }
}

const QUOTE = 0x22;

function hasOddQuotes(bytes: Buffer): boolean {
  let isOdd = false;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) isOdd = !isOdd;
  return isOdd;
}

/** The cells of one record; undefined where it is none. */
function cellsOf(lines: readonly Line[]): readonly string[] | undefined {
  const text = lines.map(({ bytes }) => bytes.toString('utf8')).join('\n');
  // Without a quote there is nothing to understand.
  if (!text.includes('"')) return text.split(',');
  try {
    // Said, since to find it out takes as long as all the rest.
    const records = parse(text, { relax_column_count: true, record_delimiter: '\n' });
    return records.length === 1 ? records[0] : undefined;
  } catch {
    return undefined;
  }
}
