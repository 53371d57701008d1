import type { PurposeName, Text, Words } from '@avow/policy';
import type { Decided, Idempotent } from './decision.ts';
import type { EntryId, PersonId } from './ids.ts';

/**
 * What there is to be interested in, and what speaks of it. Words of the platform's own; what somebody
 * searched for is not among what is asked, and cannot come in: see `avow.searches`.
 *
 * The functions are called within a unit of work: they answer from what is at hand, at once, and the same
 * each time. A name that `words` lacks counts for nothing. One that throws makes the derivation fail, and
 * nothing is kept of it.
 */
export interface InterestSource {
  /** Every interest, by its name, as people read it: names of up to 64 characters, 1,000 at most. */
  readonly words: Readonly<Record<string, Text>>;
  /** What a visited page speaks of: a path, as `visits` keeps it. */
  ofPage?(page: string): readonly string[];
  /** What the language of somebody's browser speaks of (BCP 47). */
  ofLanguage?(language: string): readonly string[];
  /** What a partner told of somebody's preferences. */
  ofProfile?(profile: string): readonly string[];
}

/** Why an interest is kept. */
export type InterestEvidence =
  | { readonly from: 'page'; readonly page: string; readonly at: number }
  | { readonly from: 'language'; readonly language: string; readonly at: number }
  | { readonly from: 'partner'; readonly partner: string; readonly at: number }
  /** They said so themself. */
  | { readonly from: 'person'; readonly at: number };

/** One interest of one person. */
export interface Interest {
  /** By its name among the source's words. */
  readonly interest: string;
  /** Newest first; of pages the five last ones. */
  readonly because: readonly InterestEvidence[];
  /** Gone from this moment on, unless something newer speaks of it: epoch milliseconds. */
  readonly until: number | undefined;
}

/**
 * What may interest people: derived from the pages they visited, their language and what partners told, by a
 * decision that stands in their history; kept sealed, each with its evidence; theirs to see, to put right and
 * to remove. Nothing is derived of anybody whose interests may not be used for personal service: so one
 * refusal, of `use` of interests for `service.personal`, ends both at once.
 *
 * Derivation runs by itself, every hour, on every process; whom nothing new is known of costs two reads.
 */
export interface Interests<V extends Words> {
  /**
   * Derives somebody's interests from what came since the last time: one decision, at most 200 interests.
   * Undefined: nothing came, or no source was given to `createAvow`.
   */
  derive(what: {
    readonly person: PersonId;
    /** Not if it was done less than so many milliseconds ago. Absent: whenever something came. */
    readonly every?: number;
  }): Promise<Decided<{ readonly count: number }> | undefined>;
  /** The same for everybody of whom something new is known, and of whom it may be; answers how many. */
  deriveAll(): Promise<number>;
  /** For the person: what is kept, why, and what they removed. Decided as `show`. */
  of(
    person: PersonId,
  ): Promise<
    Decided<{ readonly interests: readonly Interest[]; readonly removed: readonly string[] }>
  >;
  /** For the platform: what to choose by. Decided as `use`, and a reason is owed for each choice. */
  use(what: {
    readonly person: PersonId;
    /** Absent: `service.personal`. */
    readonly purpose?: PurposeName<V>;
  }): Promise<Decided<{ readonly interests: readonly Interest[] }>>;
  /**
   * At the person's wish: another interest in place of one that is wrong, which is not derived again.
   * `AVOW_NOT_FOUND` if the first is not kept. Decided as `edit`.
   */
  correct(
    what: Idempotent & {
      readonly person: PersonId;
      readonly interest: string;
      readonly to: string;
    },
  ): Promise<Decided<{ readonly count: number }>>;
  /** At the person's wish: it is gone, and not derived again until they say so. Decided as `erase`. */
  remove(
    what: Idempotent & {
      readonly person: PersonId;
      readonly interest: string;
    },
  ): Promise<Decided<{ readonly count: number }>>;
  /** The person says so: what they removed may be derived again. `AVOW_NOT_FOUND` if it was not removed. */
  allow(
    what: Idempotent & {
      readonly person: PersonId;
      readonly interest: string;
    },
  ): Promise<{ readonly entry: EntryId }>;
  /** Every interest there is, as people read it. */
  words(): Readonly<Record<string, Text>>;
}
