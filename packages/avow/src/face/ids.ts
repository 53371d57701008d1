/**
 * Branded identifiers: a person's id never stands where a party's belongs. The parsing functions
 * live in `../door/ids.ts`; every method checks them again, for callers without types.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Whose data it is: a person, an organisation or a device. Pseudonymous; says nothing by itself. */
export type PersonId = Branded<'person'>;
/** Somebody outside who may receive data: a carrier, a payment service, an advertiser. */
export type PartyId = Branded<'party'>;
/** A transaction between two people, named by the platform. */
export type OrderId = Branded<'order'>;
/** A period in which a party works with the platform, with what it covers. */
export type EngagementId = Branded<'engagement'>;
/** One choice of one person: given, refused or withdrawn. */
export type ConsentId = Branded<'consent'>;
/** One entry of the log: a decision, or a change of the evidence that decisions rest on. */
export type EntryId = Branded<'entry'>;
/** A digest of a policy's meaning, in base64url: names the version that decided. */
export type PolicyDigest = Branded<'policy'>;
