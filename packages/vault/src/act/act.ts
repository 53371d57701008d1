import type { EntryDraft } from '../entry/draft.ts';
import type { Told } from '../entry/told.ts';
import type { EntryId, PersonId } from '../id.ts';
import type { DataKeys } from '../keys/data-keys.ts';
import type { Lock, Moment, Read } from '../port/store.ts';
import type { EvidenceRow, HistoryRow, RecordRow, Stored, TableName } from '../tables.ts';
import type { Said } from './idempotency.ts';

/** A read of one of the vault's tables. What has expired is out of its reach. */
export interface VaultRead extends Omit<Read, 'expired'> {
  readonly table: TableName;
}

/** The rows that some reads return: one list for each, typed by its table. */
export type RowsOf<R extends readonly VaultRead[]> = {
  readonly [I in keyof R]: readonly Stored<R[I]['table']>[];
};

/** What a sealed record says of itself; all of it is bound to the ciphertext. */
export interface RecordHeader {
  readonly id: string;
  readonly person: string;
  readonly category: string;
  readonly retention: string;
  readonly version: number;
}

/** A key's id and what was sealed under it: two columns of a row. */
export interface Sealed {
  readonly key: string;
  readonly sealed: Uint8Array;
}

/**
 * The only place where sealed data opens. Valid while `decide` runs and no longer. An act that
 * opens something must write an entry, else it is refused with `AVOW_UNRECORDED` and answers
 * nothing. Opening fails with `AVOW_SEAL` if the blob is not what was sealed, sealing and opening
 * with `AVOW_UNKNOWN` if the act's `keys` lack the person or the retention class, or the record has
 * expired.
 */
export interface Seals {
  seal(header: RecordHeader, content: Uint8Array): Sealed;
  open(row: RecordRow): Uint8Array;
  /** Free text of a piece of evidence; sealed under the person's retention class `evidence`. */
  sealText(header: { readonly id: string; readonly person: string }, text: string): Sealed;
  openText(row: EvidenceRow): string;
  /** A row of history, sealed under the person's retention class `history`. */
  openHistory(row: HistoryRow): Told;
}

/** What an act decided. */
export interface ActVerdict<A> {
  readonly answer: A;
  /** In the order in which they go to the log. Each accounts for its own changes. */
  readonly entries: readonly EntryDraft[];
  /**
   * With `idempotency`: what a retry gets instead of the answer. Ids and codes only, never a
   * personal value.
   */
  readonly outcome?: string;
}

/**
 * A guarded act: a unit of work whose verdict carries its entries. Decision, record and effect
 * commit together. See {@link Unit} for what `decide` may do: it is pure, synchronous, and may run
 * twice.
 */
export interface Act<R extends readonly VaultRead[], A> {
  /**
   * Whoever changes somebody's state, or evidence about them, must have them exclusively, else the
   * act is refused with `AVOW_INVALID`. Whom it only names is shared by itself.
   */
  readonly locks: readonly Lock[];
  readonly reads: R;
  /**
   * Keys of the people whose data is sealed or opened, or of whom an entry speaks, from `keysFor`.
   * If one of them has been erased since, or never existed and is not inserted here, the act is
   * refused: `AVOW_ERASED`, `AVOW_UNKNOWN`; if keys were replaced since: `AVOW_CONFLICT`, fetch
   * anew.
   */
  readonly keys?: readonly DataKeys[];
  /**
   * Others whose rows the act writes, though it needs no key of theirs. A row about somebody who is
   * neither here nor in `keys` is refused with `AVOW_INVALID`.
   */
  readonly people?: readonly PersonId[];
  /**
   * Also about people whose erasure a legal hold keeps waiting. Only for what law asks, and for the
   * hold itself; any other act is refused with `AVOW_ERASED`, as it is about anybody erased.
   */
  readonly evenHeld?: boolean;
  /**
   * Whose keys are replaced by it: their rows in `person` change to the next generation. From COMMIT on new
   * keys seal; {@link Vault.rekey} then seals anew what the old ones had, and destroys those.
   */
  readonly rekeys?: readonly PersonId[];
  /**
   * Same key and saying the same: the recorded outcome. Same key, saying something else:
   * `AVOW_IDEMPOTENCY_MISMATCH`. Kept 7 days, both as keyed hashes.
   */
  readonly idempotency?: Said;
  decide(rows: RowsOf<R>, moment: Moment, seals: Seals): ActVerdict<A>;
}

/** What was done, or what had been done when this request first came. */
export type Acted<A> =
  | { readonly replayed: false; readonly answer: A; readonly entries: readonly EntryId[] }
  | { readonly replayed: true; readonly outcome: string; readonly entries: readonly EntryId[] };
