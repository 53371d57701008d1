/**
 * The storage port: what the vault asks of a database. It is cut so that SQLite (one writer, many
 * units in one transaction) and PostgreSQL (one transaction each, pipelined, advisory locks) can
 * both keep it. `@avow/vault/conformance` holds this contract as tests.
 *
 * A *unit of work* is data, not a callback with a connection: what to lock, what to read, and one
 * pure synchronous decision that turns what was read into changes. So a unit can be batched, sent
 * in one piece and run again.
 *
 * **Durability.** `run` resolves only after COMMIT has been flushed to stable storage.
 * **Linearization.** COMMIT is the point at which a unit happens: once `run` has resolved, every
 * unit that begins later, on any process, reads its changes.
 * **Isolation.** Reads, decision and changes of a unit are atomic with regard to every unit whose
 * locks conflict with its own. Two units conflict if they lock the same `(on, id)` and one of them
 * does so exclusively. An engine may order units more strictly (SQLite runs them one after
 * another).
 * **Retry.** `decide` may be called more than once, with fresh rows, before the unit is kept or
 * refused; it must be pure but for fresh randomness. No engine retries a unit whose outcome is
 * unknown.
 * **Failure.** A rejection other than `AVOW_UNCERTAIN` means that nothing of the unit was kept.
 */

/**
 * `string` for text, a safe integer for integer, `Uint8Array` for blob, `null` where the column
 * allows it.
 */
export type Value = string | number | Uint8Array | null;

/**
 * One row, every column named. Nobody alters it, its blobs, or a list of rows: whoever reads the same may
 * be given the same.
 */
export type Row = Readonly<Record<string, Value>>;

/**
 * Rows of one table, found by its key or by one index and returned in its order (text by UTF-8
 * bytes, integers by value, null first; ties by key).
 *
 * - `equals` fixes the first columns of the key or index; `null` matches null.
 * - `after` (exclusive) and `upTo` (inclusive) bound the next column; rows with null there drop
 *   out. To page without losing ties, the columns up to that one must be unique.
 * - `descending` turns the order around, and `after` then means smaller than.
 * - `limit` is at most 10,000; fewer rows than that means that there are no more.
 * - Rows past the table's `expires` moment are left out, unless `expired` says `included`.
 *
 * No row is an empty list, never a fault.
 */
export interface Read {
  readonly table: string;
  readonly by: string;
  readonly equals: readonly Value[];
  readonly after?: Value;
  readonly upTo?: Value;
  readonly descending?: boolean;
  readonly limit: number;
  readonly expired?: 'included';
}

/**
 * Insert (`after` alone), replace (both) or remove (`before` alone) one row, as compare and swap:
 * `before` must still be the stored row (told by its `hash` in an audited table, in any other by all
 * columns that may change), and an inserted key must not exist. Otherwise the whole unit is refused
 * with `AVOW_CONFLICT`. A replacement keeps the key, and whatever else does not change.
 */
export interface Change {
  readonly table: string;
  readonly before?: Row;
  readonly after?: Row;
}

/**
 * What a unit must have for itself (`exclusive`) or hold still (`shared`). Decisions share the
 * person and the party; what changes the facts they rest on excludes. Engines take locks in one
 * order that is the same for every unit on every process, so that units cannot deadlock.
 */
export interface Lock {
  readonly on: 'person' | 'party' | 'log' | 'keys';
  readonly id: string;
  readonly mode: 'shared' | 'exclusive';
}

/**
 * `now`: epoch milliseconds, never behind any unit that was kept before this one had its locks, on any
 * process, even if a machine's clock went back, even across restarts.
 */
export interface Moment {
  readonly now: number;
}

/** What a unit decided: the changes, made in their order, and what `run` resolves to once they are kept. */
export interface Verdict<A> {
  readonly changes: readonly Change[];
  readonly answer: A;
}

/**
 * One unit of work. `decide` gets one list of rows for each read, in their order. It may throw:
 * then the unit is rejected with that error, and nothing is kept.
 */
export interface Unit<A> {
  readonly locks: readonly Lock[];
  readonly reads: readonly Read[];
  decide(rows: readonly (readonly Row[])[], moment: Moment): Verdict<A>;
}

/** A whole table in the order of its key, expired rows too. */
export interface Scan {
  readonly table: string;
  /** Rows fetched at a time, at most; fewer where they are large. Default 1,000. */
  readonly page?: number;
}

/** What can be read outside a unit. */
export interface Reader {
  /** One list for each read, all from the same state of the store. */
  read(reads: readonly Read[]): Promise<readonly (readonly Row[])[]>;
  /** Every row that was there all along is seen exactly once; later changes may or may not be. */
  scan(scan: Scan): AsyncIterable<Row>;
  /**
   * What has been taken up is finished first; then everything is refused with `AVOW_CLOSED`. Twice
   * is once.
   */
  close(): Promise<void>;
}

/** A database that the vault keeps something in: see the promises above. */
export interface Store extends Reader {
  /**
   * How far the numbers of a table's serial column are settled: every row with this number or a
   * smaller one that will ever be is there, also whatever was kept before the call. 0 if there is none.
   * Units that are inserting into the table are waited for, so it may take as long as a COMMIT.
   */
  settled(table: string): Promise<number>;
  /**
   * Runs a unit and answers once it is durable.
   * Rejects with `AVOW_BUSY`, `AVOW_CONFLICT`, `AVOW_UNCERTAIN`, `AVOW_STORE`, `AVOW_CLOSED`,
   * `AVOW_TOO_LARGE`, `AVOW_INVALID`, or with what `decide` threw.
   */
  run<A>(unit: Unit<A>): Promise<A>;
}

/** A store that can make its deletions physical. The key store is one. */
export interface ScrubbingStore extends Store {
  /**
   * When it resolves, nothing deleted before the call is left in the store's files, journals
   * included. Blocks that the file system has freed, and copies made elsewhere, are not its to clear.
   * Rejects with `AVOW_BUSY` while a reader of the files holds an older state.
   */
  scrub(): Promise<void>;
}
