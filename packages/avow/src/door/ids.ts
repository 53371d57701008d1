import type {
  AttestationId,
  AuthorityOrderId,
  BasisId,
  CampaignId,
  CaseId,
  CommentId,
  ConsentId,
  DisclosureId,
  DutyId,
  EngagementId,
  EntryId,
  HarvestId,
  HoldId,
  ImportId,
  LeakId,
  MechanismId,
  OrderId,
  PartyId,
  PersonId,
  StatutoryDutyId,
} from '../face/ids.ts';
import { malformed, name } from './text.ts';

/** Party ids that would be mistaken for one of the platform's own words. */
const RESERVED = new Set(['platform', 'person', 'public', 'device']);

/** The id of a person, as `subjects.create` gave it. */
export function asPersonId(value: unknown, field = 'person'): PersonId {
  return name(field, value) as PersonId;
}

/** The id of a party: the platform's own name for it, up to 128 visible ASCII characters. */
export function asPartyId(value: unknown, field = 'party'): PartyId {
  const given = name(field, value);
  if (RESERVED.has(given)) throw malformed(field, 'is a word with a meaning of its own');
  return given as PartyId;
}

/** The id of an order: the platform's own name for it, up to 128 visible ASCII characters. */
export function asOrderId(value: unknown, field = 'order'): OrderId {
  return name(field, value) as OrderId;
}

/** An id as the method that made the thing answered it; called `field` where it is none. */
const idOf =
  <Id extends string>(called: string) =>
  (value: unknown, field = called): Id =>
    name(field, value) as Id;

/** The id of an attestation. */
export const asAttestationId = idOf<AttestationId>('attestation');

/** The id of an engagement. */
export const asEngagementId = idOf<EngagementId>('engagement');

/** The id of a duty of a party to delete. */
export const asDutyId = idOf<DutyId>('duty');

/** The id of a campaign. */
export const asCampaignId = idOf<CampaignId>('campaign');

/** The id of a choice. */
export const asConsentId = idOf<ConsentId>('consent');

/** The id of a comment. */
export const asCommentId = idOf<CommentId>('comment');

/** The id of a disclosure. */
export const asDisclosureId = idOf<DisclosureId>('disclosure');

/** The id of a case of harvesting. */
export const asHarvestId = idOf<HarvestId>('harvest');

/** The id of a legal hold. */
export const asHoldId = idOf<HoldId>('hold');

/** The id of a report of a leak. */
export const asLeakId = idOf<LeakId>('leak');

/** The id of a mechanism. */
export const asMechanismId = idOf<MechanismId>('mechanism');

/** The id of a delivery. */
export const asImportId = idOf<ImportId>('import');

/** The id of an entry of the log. */
export const asEntryId = idOf<EntryId>('entry');

/** The id of a case at the desk. */
export const asCaseId = idOf<CaseId>('case');

/** The id of an order of an authority. */
export const asAuthorityOrderId = idOf<AuthorityOrderId>('order');

/** The id of a duty in law. */
export const asStatutoryDutyId = idOf<StatutoryDutyId>('duty');

/** The id of a basis in law. */
export const asBasisId = idOf<BasisId>('basis');
