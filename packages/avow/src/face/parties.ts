import type { CategoryName, PurposeName, RecipientName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { RunningOut } from './disclosures.ts';
import type { EngagementId, EntryId, PartyId } from './ids.ts';

/** What a party may be to the platform, for what, with which categories, from when until when. */
export interface Engagement<V extends Words> {
  readonly engagement: EngagementId;
  readonly party: PartyId;
  /** The class of recipient it makes the party, in the policy's words. */
  readonly as: RecipientName<V>;
  readonly purposes: readonly PurposeName<V>[];
  readonly categories: readonly CategoryName<V>[];
  /** ISO 3166-1 alpha-2 of where the party keeps what it gets. */
  readonly country: string;
  /** By what lawful means the party came by data that it brings (1.c). Kept in clear: it names nobody. */
  readonly means: string | undefined;
  readonly from: number;
  readonly until: number | undefined;
  readonly ended: number | undefined;
}

/** Who is engaged, for what. A party without an engagement is unrelated. */
export interface Parties<V extends Words> {
  engage(
    what: Omit<Engagement<V>, 'engagement' | 'ended' | 'from' | 'until' | 'means'> &
      Partial<Pick<Engagement<V>, 'from' | 'until' | 'means'>> &
      Idempotent,
  ): Promise<Engagement<V> & { readonly entry: EntryId }>;
  /**
   * From the moment this returns nothing commits under the engagement, and nothing that rests on it opens.
   * `running` is all that the party has open.
   */
  end(
    what: { readonly engagement: EngagementId; readonly party: PartyId } & Idempotent,
  ): Promise<Engagement<V> & RunningOut & { readonly entry: EntryId }>;
  list(party: PartyId): Promise<readonly Engagement<V>[]>;
}
