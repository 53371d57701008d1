import type { CategoryName, PurposeName, SentenceId, Words } from '@avow/policy';
import type { Acting, Decided, Idempotent } from './decision.ts';
import type { EngagementId, EntryId, ImportId, PartyId, PersonId } from './ids.ts';

/** NDJSON: an object of texts in each line. CSV: RFC 4180, in UTF-8, with a first line that names the columns. */
export type ImportFormat = 'ndjson' | 'csv';

/** A delivery of a partner that is to be taken in. */
export interface NewImport<V extends Words> {
  readonly party: PartyId;
  /** The engagement that states by what lawful means the partner came by the data. */
  readonly engagement: EngagementId;
  readonly evidence: {
    /** SHA-256 of the statement of lawful means for this delivery, base64url: 43 characters. */
    readonly document: string;
  };
  /** What it is taken in for. May be left out where the engagement names one purpose. */
  readonly purpose?: PurposeName<V>;
  readonly format: ImportFormat;
  /** The category by which people are found, such as `contact.email`. It is compared, and not kept. */
  readonly match: CategoryName<V>;
  /**
   * Which category each column holds: one of them `match`, the others what is kept. `null`: the column
   * may be there and is left out. Any other column makes a line a reject.
   */
  readonly map: Readonly<Record<string, CategoryName<V> | null>>;
}

/**
 * `open`: it goes on. `stopped`: by itself, see `stopped`. What went in before it stopped, or was
 * cancelled, stays.
 */
export type ImportState = 'open' | 'done' | 'stopped' | 'cancelled';

/** An import, and how far it has come. */
export interface Import<V extends Words> {
  readonly import: ImportId;
  readonly party: PartyId;
  readonly engagement: EngagementId;
  readonly evidence: { readonly document: string };
  readonly purpose: PurposeName<V>;
  readonly format: ImportFormat;
  readonly match: CategoryName<V>;
  readonly map: Readonly<Record<string, CategoryName<V> | null>>;
  readonly state: ImportState;
  /**
   * Why it stopped. `engagement`: it does not run any more, so no further line was looked at. `columns`:
   * the first line does not name the columns of `map`, so no line was.
   */
  readonly stopped: 'engagement' | 'columns' | undefined;
  /** The line from which it goes on, counted from 1; every line before it is done with. */
  readonly next: number;
  /** Lines that went in. */
  readonly kept: number;
  /** Lines that did not, by the reason. */
  readonly rejected: Readonly<Partial<Record<RejectCode, number>>>;
  readonly begun: number;
  readonly ended: number | undefined;
  /** Until when the people concerned must have been told where it came from, if the policy asks for that. */
  readonly tellBy: number | undefined;
}

/**
 * Why a line was rejected. Stable.
 *
 * `malformed`: it cannot be read as a row, or a value is no text that can be kept. `unknownField`: it has
 * a column that `map` does not. `missing`: nothing to find somebody by, or nothing to keep. `tooLong`: the
 * line or a value. `unmatched`: nobody here has this value. `unverified`: somebody has, and has not shown
 * that it is theirs. `notAccepted`, `suspended`: they have no agreement with us, or none at the moment.
 * `duplicate`: an earlier line of this delivery is about the same person. `corrected`: the person has put
 * right what this partner said before, and their word stands. `removed`: they removed it, until they allow it
 * again. `full`: more is held of them than can be.
 * `refused`: by the policy, for another reason; `sentence` says which.
 */
export type RejectCode =
  | 'malformed'
  | 'unknownField'
  | 'missing'
  | 'tooLong'
  | 'unmatched'
  | 'unverified'
  | 'notAccepted'
  | 'suspended'
  | 'duplicate'
  | 'corrected'
  | 'removed'
  | 'full'
  | 'refused';

/** A line that did not go in. Says where and why, never what stood there. */
export interface Reject {
  readonly line: number;
  readonly code: RejectCode;
  /** The column of `map`, where it is one's fault. */
  readonly column?: string;
  /** The sentence of the policy, where that decided. */
  readonly sentence?: SentenceId;
}

/** Something that a partner brought of somebody. */
export interface Brought<V extends Words> {
  readonly party: PartyId;
  readonly category: CategoryName<V>;
  readonly value: string;
  readonly collected: number;
  readonly expires: number | undefined;
}

/** What partners brought of somebody, and what of it they removed. */
export interface OwnBrought<V extends Words> {
  readonly brought: readonly Brought<V>[];
  readonly removed: readonly (OfPartner<V> & { readonly at: number })[];
}

/** What one partner brings in one category. */
export interface OfPartner<V extends Words> {
  readonly party: PartyId;
  readonly category: CategoryName<V>;
}

/** Where what is handed in begins and ends. */
export interface Rows<V extends Words> {
  /**
   * The line of the delivery that the source begins with. Default 1; at most `next`, for nothing may be
   * left out. Lines that are done with are passed over.
   */
  readonly from?: number;
  /**
   * More comes in another call: the end of the source is not the end of the delivery. A line that has not
   * ended, or a record, is left to that call, which begins at `next`.
   */
  readonly more?: boolean;
  /** Told after each step, once it is kept. */
  readonly onProgress?: (progress: Import<V>) => void;
  /** Ends it after the step under way, as if the source had broken off there. */
  readonly signal?: AbortSignal;
}

/**
 * Takes in what business partners deliver, under an engagement that states by what lawful means they came
 * by it. Each line is a decision about its person; it joins an account only if the person has verified the
 * value that it is found by. A step of lines and how far the import has come are one act: killed anywhere, by
 * however many processes at once, each line goes in once or is rejected once.
 */
export interface Imports<V extends Words> {
  /**
   * Begins one. Refused whole, before a line is read: `AVOW_NOT_FOUND` without such an engagement,
   * `AVOW_STATE` if it does not run or states no lawful means, `AVOW_INPUT` if it does not cover a category.
   */
  begin(what: NewImport<V> & Idempotent): Promise<Import<V> & { readonly entry: EntryId }>;
  /**
   * Hands in lines: bytes or text, in pieces of any size. Reads no faster than it keeps. Resolves with how
   * far it came; rejects with the source's own fault, or the stores', and then goes on from `next`.
   * `AVOW_STATE` if it is over, or the party is suspended: then it goes on once it no longer is.
   */
  rows(
    id: ImportId,
    source: AsyncIterable<Uint8Array | string>,
    rows?: Rows<V>,
  ): Promise<Import<V>>;
  get(id: ImportId): Promise<Import<V> | undefined>;
  /** A party's imports, the newest first: at most a hundred, those older than `before` if it is said. */
  list(party: PartyId, before?: ImportId): Promise<readonly Import<V>[]>;
  /** The lines that did not go in, in order, behind `after`. Whom they name is not said, nor kept. */
  rejects(id: ImportId, after?: number): AsyncIterable<Reject>;
  /** No further line goes in from the moment this returns. */
  cancel(
    what: { readonly import: ImportId } & Acting & Idempotent,
  ): Promise<Import<V> & { readonly entry: EntryId }>;
  /**
   * For the person: what partners brought of them in deliveries, each with where it came from, and what they removed.
   * Decided as `show`; undefined where nothing was ever brought.
   */
  of(person: PersonId): Promise<Decided<OwnBrought<V>> | undefined>;
  /**
   * At the person's wish: what a partner brought in a category is gone, and its next delivery does not bring it
   * again, whatever it says, until they allow it. So does `items.remove`. Decided as `erase`.
   */
  remove(
    what: OfPartner<V> & { readonly person: PersonId },
  ): Promise<Decided<{ readonly count: number }>>;
  /** The person says so: what they removed may be brought again. `AVOW_NOT_FOUND` if it was not removed. */
  allow(
    what: Idempotent & OfPartner<V> & { readonly person: PersonId },
  ): Promise<{ readonly entry: EntryId }>;
}
