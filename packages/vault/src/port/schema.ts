/**
 * Tables as data. Each engine makes its own SQL from this, so that the engines cannot drift apart
 * and no statement is written by hand.
 */
export type ColumnType = 'text' | 'integer' | 'blob';

/**
 * `text` is Unicode without NUL and without lone surrogates, kept and compared byte for byte.
 * `integer` is a safe integer. A `serial` column is numbered by the engine when a row is inserted
 * without it: of two units the later one's rows get the greater numbers. Those of units under way
 * together need not come in the order of their COMMITs, and gaps are allowed.
 */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable?: true;
  readonly serial?: true;
  /**
   * Came with a later form of the store, and is nullable. An audited row is hashed without it while
   * it is null, so that rows from before, and those of older programs, keep their hash.
   */
  readonly added?: true;
}

/** Columns to read by, in order. The columns of the key follow them as the last order of rows. */
export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique?: true;
}

/**
 * An `audited` table has the columns `salt` and `hash`; every change of it is named in an entry of
 * the log. `expires` names the column with the moment (epoch ms, or null for never) from which a
 * row is no longer returned by reads. `changing` names the columns that may be replaced, where they
 * are few: the others are then what they were when the row was inserted.
 */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly indexes: readonly Index[];
  readonly audited: boolean;
  readonly expires?: string;
  readonly changing?: readonly string[];
}

/**
 * One step from a form of the store to the next. What a step needs is told by the step itself, not
 * by the tables of today: they may have changed since. (Only what never changes of a table, its key
 * and which of its columns are nullable, may be taken from today's.)
 */
export type Step =
  | { readonly does: 'create-table'; readonly table: Table }
  | { readonly does: 'add-column'; readonly table: string; readonly column: Column }
  | { readonly does: 'create-index'; readonly table: Table; readonly index: Index }
  | { readonly does: 'drop-index'; readonly table: string; readonly index: string }
  | { readonly does: 'drop-column'; readonly table: string; readonly column: string }
  | { readonly does: 'drop-table'; readonly table: string }
  /** `sql` is what both engines understand alike; `onPostgres` comes after it, and only there. */
  | {
      readonly does: 'rewrite';
      readonly table: string;
      readonly sql: readonly string[];
      readonly onPostgres: readonly string[];
    };

/**
 * From the form before to form `to`, in one transaction.
 *
 * - `expand`: programs of older forms go on as if nothing had happened. What it adds they leave
 *   empty, so a column that is added is nullable.
 * - `contract`: takes away what only programs older than form `needs` use. None of them may be
 *   connected, and none may connect afterwards.
 */
export type Migration = {
  readonly to: number;
  /** What it brings, for the operator. */
  readonly brings: string;
  readonly steps: readonly Step[];
} & ({ readonly kind: 'expand' } | { readonly kind: 'contract'; readonly needs: number });

/**
 * What a store holds, and which programs may work together. A store notes its form, and the oldest
 * program that may work with it: a program works with a store if it knows a form so new, and the
 * store is not of a form before `oldest`. Anything else is refused with `AVOW_SCHEMA`. An empty
 * store is made in form `version`; `migrations` lead there from form 1, one for each form.
 */
export interface Schema {
  readonly name: string;
  /** The form that this program makes, and the newest that it knows. */
  readonly version: number;
  /** The oldest form that this program can work on. Default: `version` itself. */
  readonly oldest?: number;
  readonly tables: readonly Table[];
  /** Default: none. */
  readonly migrations?: readonly Migration[];
}

type Typed<C extends Column> = C extends { type: 'text' }
  ? string
  : C extends { type: 'integer' }
    ? number
    : Uint8Array;

/** The TypeScript type of a table's rows. */
export type RowOf<T extends Table> = {
  readonly [C in T['columns'][number] as C['name']]:
    | Typed<C>
    | (C extends { nullable: true } ? null : never);
};
