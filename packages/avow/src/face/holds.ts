import type { CategoryName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { EntryId, HoldId, PersonId } from './ids.ts';

/** What obliges us to keep: a case in court, an authority's investigation, or a duty in law to keep records. */
export type HoldKind = 'proceedings' | 'investigation' | 'duty';

/** A legal hold on a person: while it stands, neither erasure nor retention removes what it covers. */
export interface Hold<V extends Words> {
  readonly hold: HoldId;
  readonly person: PersonId;
  readonly kind: HoldKind;
  /** SHA-256 of the document that asks for it, as 64 hexadecimal digits. The document is not kept here. */
  readonly document: string;
  /** The operator who verified it; undefined: it came back with a restore, and nobody has looked yet. */
  readonly verifiedBy: PersonId | undefined;
  /** Undefined: everything about the person, the history of what was done included. */
  readonly categories: readonly CategoryName<V>[] | undefined;
  /** When it was placed. */
  readonly from: number;
  /** When it ends by itself; undefined: when it is lifted. */
  readonly until: number | undefined;
  readonly lifted: number | undefined;
  /** The operator who lifted it; undefined: nobody has, or it was lifted before anybody was asked who does. */
  readonly liftedBy: PersonId | undefined;
}

/** Who must not be erased yet, on what evidence. */
export interface Holds<V extends Words> {
  /**
   * From the moment this returns nothing that it covers is removed, by anybody. `AVOW_ERASED` if that
   * has happened already; `AVOW_NOT_FOUND` where whoever verified it does not work at the desk, `AVOW_STATE` where
   * it is about them.
   */
  place(
    what: Pick<Hold<V>, 'person' | 'kind' | 'document'> & {
      readonly verifiedBy: PersonId;
    } & Partial<Pick<Hold<V>, 'categories' | 'until'>> &
      Idempotent,
  ): Promise<Hold<V> & { readonly entry: EntryId }>;
  /**
   * Ends a hold. If the person had asked to be erased and no other hold stands, that is carried out
   * before this returns, and `erased` says so. `AVOW_NOT_FOUND` where `by` does not work at the desk, `AVOW_STATE`
   * where it is about them, or has ended already.
   */
  lift(
    what: {
      readonly person: PersonId;
      readonly hold: HoldId;
      /** The operator who lifts it, and is on record with it. */
      readonly by: PersonId;
    } & Idempotent,
  ): Promise<Hold<V> & { readonly entry: EntryId; readonly erased: boolean }>;
  /** Every hold on a person, the newest first. Empty once they are erased: it goes with the rest. */
  list(person: PersonId): Promise<readonly Hold<V>[]>;
  /** Those that stand, over everybody, the oldest first, after `after`; at most 1,000. Absent: 100. */
  standing(page?: {
    readonly after?: HoldId;
    readonly limit?: number;
  }): Promise<readonly Hold<V>[]>;
}
