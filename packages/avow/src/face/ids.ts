import type { EntryId, PersonId } from '@avow/vault';

/**
 * Branded identifiers: a person's id never stands where a party's belongs. Ids that a platform chose
 * itself get their brand by `asPartyId`, `asOrderId` …; every method checks them again, for callers
 * without types.
 *
 * `PersonId`: whose data it is, a person, an organisation or a device. Pseudonymous.
 * `EntryId`: one entry of the log, a decision or a change of the evidence that decisions rest on.
 */
export type { EntryId, PersonId };

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Somebody outside who may receive data: a carrier, a payment service, an advertiser. */
export type PartyId = Branded<'party'>;
/** Somebody's word that a fact of the policy's own is so. */
export type AttestationId = Branded<'attestation'>;
/** A transaction between two people, named by the platform. */
export type OrderId = Branded<'order'>;
/** A period in which a party works with the platform, with what it covers. */
export type EngagementId = Branded<'engagement'>;
/** A delivery of a partner that is taken in. */
export type ImportId = Branded<'import'>;
/** What was handed over to a party at one time about one person. Names nobody. */
export type DisclosureId = Branded<'disclosure'>;
/** What a party must do because an engagement of its has ended. */
export type DutyId = Branded<'duty'>;
/** What makes transfers from one country into another lawful. */
export type MechanismId = Branded<'mechanism'>;
/** A case against somebody who was found to harvest. */
export type HarvestId = Branded<'harvest'>;
/** A leak that was reported. */
export type LeakId = Branded<'leak'>;
/** A legal hold on one person. */
export type HoldId = Branded<'hold'>;
/** One choice of one person: given, refused or withdrawn. */
export type ConsentId = Branded<'consent'>;
/** A message about products of the platform, to many people. */
export type CampaignId = Branded<'campaign'>;
/** One comment of one person on an announced version. */
export type CommentId = Branded<'comment'>;
/** Names a version of the policy, what it means and what it says: SHA-256, base64url. */
export type PolicyDigest = Branded<'policy'>;
/** A request or case at the desk. */
export type CaseId = Branded<'case'>;
/** An order of an administrative or judicial body about one person. */
export type AuthorityOrderId = Branded<'authorityOrder'>;
/** A duty in law to hand something over. */
export type StatutoryDutyId = Branded<'statutoryDuty'>;
/** A published basis on which something else may be disclosed. */
export type BasisId = Branded<'basis'>;
/** What one who holds no key may look at through us. */
export type PortalId = Branded<'portal'>;
