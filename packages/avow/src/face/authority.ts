import type { CategoryName, Words } from '@avow/policy';
import type { Idempotent } from './decision.ts';
import type { AuthorityOrderId, EntryId, PartyId, PersonId, StatutoryDutyId } from './ids.ts';

/** How an order of an authority stands. */
export type AuthorityOrderState = 'recorded' | 'verified' | 'withdrawn';

/** How an order was verified with the body itself, by a way that the order did not name. */
export const verifications = ['called-back', 'in-person', 'official-channel', 'signature'] as const;
/** By what it was made sure that an authority sent it. */
export type VerifiedHow = (typeof verifications)[number];

/** An order of an administrative or judicial body about one person. Its document is not kept here. */
export interface AuthorityOrder<V extends Words> {
  readonly order: AuthorityOrderId;
  readonly person: PersonId;
  readonly state: AuthorityOrderState;
  readonly authority: PartyId;
  /** A third party that it says shall get it. */
  readonly thirdParty: PartyId | undefined;
  /** The body's own number for it. Kept in clear, so never anything about the person. */
  readonly reference: string;
  readonly issued: number;
  /** The body's country: ISO 3166-1 alpha-2. */
  readonly country: string;
  /** SHA-256 of the document, 64 hexadecimal digits. */
  readonly document: string;
  /** Its scope: what it asks for, from when until when. */
  readonly categories: readonly CategoryName<V>[];
  readonly from: number;
  readonly until: number;
  readonly recordedBy: PersonId;
  readonly verified:
    | { readonly by: PersonId; readonly how: VerifiedHow; readonly at: number }
    | undefined;
  /** The approval that law asks for before a foreign body gets anything. */
  readonly approval: DocumentOf | undefined;
  /** The person must not be told. `until` undefined: until somebody ends it. */
  readonly bar:
    | { readonly until: number | undefined; readonly ended: number | undefined }
    | undefined;
}

interface DocumentOf {
  readonly by: PersonId;
  readonly reference: string;
  readonly document: string;
  readonly at: number;
}

type Kept<V extends Words> = Promise<AuthorityOrder<V> & { readonly entry: EntryId }>;

interface Step extends Idempotent {
  readonly order: AuthorityOrderId;
  /** An operator appointed to the desk. */
  readonly by: PersonId;
}

/**
 * **Orders of authorities** (3.c). An order counts once somebody has verified it with the body itself.
 * While its bar stands, nothing that the person reads of themself says that there is one.
 */
export interface AuthorityOrders<V extends Words> {
  record(
    what: Pick<
      AuthorityOrder<V>,
      'person' | 'authority' | 'reference' | 'issued' | 'country' | 'document' | 'categories'
    > & {
      readonly thirdParty?: PartyId;
      readonly from?: number;
      readonly until: number;
      readonly bar?: { readonly until?: number };
      readonly by: PersonId;
    } & Idempotent,
  ): Kept<V>;
  /** By somebody else than who recorded it. */
  verify(what: Step & { readonly how: VerifiedHow }): Kept<V>;
  /** Records the approval for a foreign body; what was approved at the desk before counts no longer. */
  clear(what: Step & { readonly reference: string; readonly document: string }): Kept<V>;
  /** The person may know from now on, and is told. */
  endBar(what: Step): Kept<V>;
  /** From now on nothing is handed over on it, or opened. */
  withdraw(what: Step): Kept<V>;
  get(order: AuthorityOrderId): Promise<AuthorityOrder<V> | undefined>;
  /** For the desk, never for the person: barred ones are among them. */
  list(person: PersonId): Promise<readonly AuthorityOrder<V>[]>;
}

/** A duty in law to hand something over to a party. */
export interface StatutoryDuty<V extends Words> {
  readonly duty: StatutoryDutyId;
  readonly law: string;
  readonly article: string;
  /** Whose law it is: ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly party: PartyId;
  readonly categories: readonly CategoryName<V>[];
  readonly from: number;
  readonly until: number | undefined;
  readonly ended: boolean;
}

/** **The register of duties in law** (3.c). */
export interface StatutoryDuties<V extends Words> {
  register(
    what: Pick<StatutoryDuty<V>, 'law' | 'article' | 'country' | 'party' | 'categories'> & {
      readonly from?: number;
      readonly until?: number;
      readonly by: PersonId;
    } & Idempotent,
  ): Promise<StatutoryDuty<V> & { readonly entry: EntryId }>;
  end(
    what: { readonly duty: StatutoryDutyId; readonly by: PersonId } & Idempotent,
  ): Promise<StatutoryDuty<V> & { readonly entry: EntryId }>;
  /** Those in force, at most 1,000. */
  list(): Promise<readonly StatutoryDuty<V>[]>;
}
