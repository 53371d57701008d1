import type { ActionName, CategoryName, PurposeName, RecipientName, Words } from '@avow/policy';
import type { Decided, Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { OpenedReceipt } from './history.ts';
import type { CaseId, EntryId, OrderId, PartyId, PersonId } from './ids.ts';

/**
 * To whom. A caller names somebody; which *class* of recipient that is (affiliate, one who serves
 * this person, unrelated) is read from the records, never passed in.
 */
export type Recipient =
  | 'platform'
  | 'person'
  | 'public'
  | { readonly party: PartyId }
  | { readonly user: PersonId }
  /** One of the platform's staff, for what the case that is named takes. */
  | { readonly staff: PersonId };

/** What every act asks: about whom, what for, which categories, and on what evidence. */
export interface Question<V extends Words> {
  readonly person: PersonId;
  readonly purpose: PurposeName<V>;
  readonly categories: readonly CategoryName<V>[];
  /** Absent: the platform itself. */
  readonly to?: Recipient;
  /** The order the request is about. Named, not asserted: what it shows is read from its record. */
  readonly order?: OrderId;
  /** The case at the desk that it is about. Named, not asserted. */
  readonly case?: CaseId;
}

/** The plain values of an act that was permitted, by category; a category nothing is held of is absent. */
export interface Disclosed<V extends Words> {
  readonly values: Partial<Record<CategoryName<V>, string>>;
}

/** What is to be kept of a person. All of it is kept, or nothing is. */
export interface Collecting<V extends Words> extends Idempotent {
  readonly person: PersonId;
  readonly purpose: PurposeName<V>;
  readonly fields: Partial<Record<CategoryName<V>, string>>;
  /** Where it came from; absent: from the person. */
  readonly source?: 'person' | 'device' | { readonly party: PartyId };
  /** Categories by which the person shall be found again (`avow.subjects.find`). */
  readonly findBy?: readonly CategoryName<V>[];
}

/** Values that take the place of those held, at the person's own wish. */
export interface Correcting<V extends Words> extends Idempotent {
  readonly person: PersonId;
  readonly fields: Partial<Record<CategoryName<V>, string>>;
}

/** One value as the person meets it: what, where from, since when, kept until when. */
export interface Held<V extends Words> {
  readonly category: CategoryName<V>;
  readonly value: string;
  readonly source: string;
  readonly collected: number;
  readonly expires: number | undefined;
}

/** What an erasure leaves behind, in honest words: it can be checked against the log for ever. */
export interface ErasureReceipt {
  /** The tombstone's entry; that of the decision, if an earlier request had set the tombstone. */
  readonly entry: EntryId;
  readonly at: number;
  readonly person: PersonId;
  /** Proves the tombstone and of whom it speaks. Given once: after this nobody else can. */
  readonly receipt: OpenedReceipt | undefined;
  /** Whether the ciphertext is swept as well; its keys are gone already. */
  readonly isSwept: boolean;
  /**
   * Until when a backup of the key store could still open them: epoch milliseconds. Undefined while a
   * hold stands, since they are there.
   */
  readonly recoverableUntil: number | undefined;
  /** What a legal hold keeps, closed to everyone but the law; undefined if nothing is kept. */
  readonly held: Retained | undefined;
  /** Openings that parties had been granted and that have not run out yet: a minute at most. */
  readonly running: RunningOut['running'];
}

/** What is kept of somebody who asked to be erased. It goes by itself when the last hold has ended. */
export interface Retained {
  /** Undefined: everything. What is not among them is erased. */
  readonly categories: readonly string[] | undefined;
  /** When the last hold ends by itself; undefined if that is not known. */
  readonly until: number | undefined;
}

/** What is done with a person's data, each time by a decision that is on record. */
export interface Acts<V extends Words> {
  /** Keeps values of a person, sealed. An unknown category is refused by name, nothing in part. */
  collect(
    what: Collecting<V>,
  ): Promise<Decided<{ readonly categories: readonly CategoryName<V>[] }>>;
  /**
   * Any act that reads: use, show, provide, disclose, sell, lease, share, trade, publish, transfer…
   * All categories are permitted, or the act is refused whole, by the first sentence that refuses.
   */
  act(action: ActionName<V>, question: Question<V>): Promise<Decided<Disclosed<V>>>;
  correct(
    what: Correcting<V>,
  ): Promise<Decided<{ readonly categories: readonly CategoryName<V>[] }>>;
  /**
   * Everything held of a person, for the person. What stands in the registers comes with it, each row
   * as JSON, joined by a decision of its own.
   */
  export(who: {
    readonly person: PersonId;
  }): Promise<Decided<{ readonly held: readonly Held<V>[] }>>;
  /**
   * Refused from the moment this returns; keys destroyed; rows swept after. What a legal hold covers is
   * closed instead, to everyone but the law, and goes when the last hold has ended: see `held`.
   */
  erase(who: { readonly person: PersonId } & Idempotent): Promise<Decided<ErasureReceipt>>;
  /**
   * What the policy would answer now. Not a permission: it discloses nothing, is not recorded, and
   * binds nobody. For pages that tell a person beforehand what is missing.
   */
  preview(
    action: ActionName<V>,
    question: Question<V>,
  ): Promise<{
    readonly permitted: boolean;
    readonly sentence: string;
    readonly recipient: RecipientName<V>;
  }>;
}
