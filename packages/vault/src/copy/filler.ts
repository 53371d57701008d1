import type { Row } from '../port/store.ts';

/**
 * A store that is being made from another's rows. It is no store before it is `complete`: until then
 * every program refuses it (`AVOW_SCHEMA`), and whoever begins to fill the same place removes what
 * is there.
 */
export interface Filler {
  /** Adds rows of a table, in the order of its key. */
  put(table: string, rows: readonly Row[]): Promise<void>;
  /** Numbers and time go on from where they had come to, and not from the beginning. */
  goOn(moment: number): Promise<void>;
  /** From now on it is a store, on stable storage. */
  complete(): Promise<void>;
  /** Lets go, complete or not. */
  close(): Promise<void>;
}
