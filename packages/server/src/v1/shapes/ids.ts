import { z } from '@hono/zod-openapi';
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
  PolicyDigest,
  StatutoryDutyId,
} from 'avow';

/**
 * Ids as they come in. The form is checked here only as far as a URL and a log of ours need; the
 * library holds each id against its own rules, and answers whether there is such a thing.
 */
const id = <Id extends string>(description: string, example: string) =>
  z
    .string()
    .min(1)
    .max(128)
    .transform((text) => text as Id)
    .openapi({ description, example, type: 'string', minLength: 1, maxLength: 128 });

export const personId = id<PersonId>('A person, an organisation or a device.', 'p_5kq2');
export const partyId = id<PartyId>('Somebody outside who may receive data.', 'swift-parcels');
export const attestationId = id<AttestationId>('One of the staff said so.', 'a_17');
export const orderId = id<OrderId>('A transaction between two people.', 'order-1042');
export const engagementId = id<EngagementId>('A period in which a party works with us.', 'g_71');
export const dutyId = id<DutyId>('What a party owes.', 'delete-g_71');
export const holdId = id<HoldId>('A legal hold on one person.', 'h_17');
export const harvestId = id<HarvestId>('A case against who harvests.', 'h_2b');
export const leakId = id<LeakId>('A leak that was reported.', 'l_6b');
export const mechanismId = id<MechanismId>('What transfers rest on.', 'm_3k');
export const importId = id<ImportId>('A delivery of a partner that is taken in.', 'm_3c');
export const consentId = id<ConsentId>('One choice of one person.', 'c_93');
export const campaignId = id<CampaignId>('A message to many people.', 'k_2c');
export const commentId = id<CommentId>('One comment on an announced version.', 'i_4f');
export const disclosureId = id<DisclosureId>('What a party was handed at one time.', 'd_08');
export const caseId = id<CaseId>('A request or case at the desk.', 'k_12');
export const authorityOrderId = id<AuthorityOrderId>('An order of an authority.', 'o_3');
export const statutoryDutyId = id<StatutoryDutyId>('A duty in law on record.', 'l_2');
export const basisId = id<BasisId>('A published basis.', 'b_4');
export const entryId = id<EntryId>('One entry of the log.', 'e_1042');
export const versionId = id<PolicyDigest>('A version of the policy, by its digest.', 'mP3c…');
