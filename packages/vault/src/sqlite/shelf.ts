import type { Table } from '../port/schema.ts';
import type { Change, Read, Row } from '../port/store.ts';
import { readOrder } from '../table/order.ts';

/** What a read found. */
interface Found {
  readonly rows: readonly Row[];
  /** Up to how many they are the first there are; `Infinity`: there are no more. */
  readonly most: number;
  /** When the first of them expires; until then the list holds as it is. Epoch ms. */
  readonly until: number;
}

/** What reads found that asked for the same values, by the bounds that they set to the next one. */
type Bounded = Map<string, Found>;
/** What reads found, by the first value that they asked for, then by the others. */
type Kept = Map<string, Map<string, Bounded>>;

/** Rows that were found by the key or one index of a table. */
export class Shelf {
  readonly #table: Table;
  readonly #order: readonly string[];
  /** Asked for since the shelf was last thinned, and what was not. */
  #young: Kept = new Map();
  #old: Kept = new Map();

  constructor(table: Table, by: string) {
    this.#table = table;
    this.#order = readOrder(table, by);
  }

  /** Whether a read by so many values finds one row at most. */
  isOne(values: number): boolean {
    return this.#order === this.#table.key && values === this.#order.length;
  }

  /** The rows that are there at this moment; undefined if they are not kept. */
  find(read: Read, now: number): readonly Row[] | undefined {
    const [first, others] = nameOf(read.equals);
    const found = this.#age(first)?.get(others)?.get(boundsOf(read));
    if (found === undefined || read.limit > found.most) return undefined;
    if (now < found.until) return found.rows;
    // Others may come after those that were found, and have not expired.
    if (found.most < Infinity) return undefined;
    const { expires } = this.#table;
    const there = found.rows.filter((row) => endOf(row, expires) > now);
    return this.keep(read, there, found.most);
  }

  keep(read: Read, rows: readonly Row[], most: number): readonly Row[] {
    const [first, others] = nameOf(read.equals);
    const { expires } = this.#table;
    const until = rows.reduce((least, row) => Math.min(least, endOf(row, expires)), Infinity);
    let kept = this.#age(first);
    if (kept === undefined) {
      kept = new Map();
      this.#young.set(first, kept);
    }
    const found: Found = { rows, most, until };
    const bounded = kept.get(others);
    if (bounded === undefined) kept.set(others, new Map([[boundsOf(read), found]]));
    else bounded.set(boundsOf(read), found);
    return rows;
  }

  /** Lets go of what the row of a change was, or would be, found by. */
  drop({ before, after }: Change): void {
    for (const row of [before, after]) {
      const first = row?.[this.#order[0]!];
      if (typeof first !== 'string') continue;
      const kept = this.#young.get(first) ?? this.#old.get(first);
      if (kept !== undefined) this.#dropOthers(kept, row!);
    }
  }

  #dropOthers(kept: Map<string, Bounded>, row: Row): void {
    const others: string[] = [];
    for (const column of this.#order.slice(1)) {
      kept.delete(othersOf(others));
      const value = row[column];
      // Nothing is kept by what is no text.
      if (typeof value !== 'string') return;
      others.push(value);
    }
    kept.delete(othersOf(others));
  }

  /** Lets go of what was not asked for since the last time. */
  thin(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }

  /** What is kept by this first value, young from now on. */
  #age(first: string): Map<string, Bounded> | undefined {
    const young = this.#young.get(first);
    if (young !== undefined) return young;
    const old = this.#old.get(first);
    if (old !== undefined) {
      this.#old.delete(first);
      this.#young.set(first, old);
    }
    return old;
  }
}

/** The first value, and all others as one text: no other values have the same. */
function nameOf([first, ...others]: Read['equals']): readonly [first: string, others: string] {
  return [String(first), othersOf(others)];
}

/** The bounds as one text; most reads have none. */
function boundsOf({ after, upTo }: Read): string {
  return after === undefined && upTo === undefined ? '' : JSON.stringify([after, upTo]);
}

function othersOf(others: Read['equals']): string {
  return others.length === 0 ? '' : JSON.stringify(others);
}

function endOf(row: Row, expires: string | undefined): number {
  const end = expires === undefined ? null : row[expires];
  return typeof end === 'number' ? end : Infinity;
}
