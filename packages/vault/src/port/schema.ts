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

/** A store holds one schema and refuses to open under another name or version. */
export interface Schema {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly Table[];
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
