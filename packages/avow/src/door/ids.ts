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

export function asAttestationId(value: unknown, field = 'attestation'): AttestationId {
  return name(field, value) as AttestationId;
}

export function asEngagementId(value: unknown, field = 'engagement'): EngagementId {
  return name(field, value) as EngagementId;
}

export function asDutyId(value: unknown, field = 'duty'): DutyId {
  return name(field, value) as DutyId;
}

export function asCampaignId(value: unknown, field = 'campaign'): CampaignId {
  return name(field, value) as CampaignId;
}

export function asConsentId(value: unknown, field = 'consent'): ConsentId {
  return name(field, value) as ConsentId;
}

export function asCommentId(value: unknown, field = 'comment'): CommentId {
  return name(field, value) as CommentId;
}

export function asDisclosureId(value: unknown, field = 'disclosure'): DisclosureId {
  return name(field, value) as DisclosureId;
}

export function asHarvestId(value: unknown, field = 'harvest'): HarvestId {
  return name(field, value) as HarvestId;
}

export function asHoldId(value: unknown, field = 'hold'): HoldId {
  return name(field, value) as HoldId;
}

export function asLeakId(value: unknown, field = 'leak'): LeakId {
  return name(field, value) as LeakId;
}

export function asMechanismId(value: unknown, field = 'mechanism'): MechanismId {
  return name(field, value) as MechanismId;
}

export function asImportId(value: unknown, field = 'import'): ImportId {
  return name(field, value) as ImportId;
}

export function asEntryId(value: unknown, field = 'entry'): EntryId {
  return name(field, value) as EntryId;
}

export function asCaseId(value: unknown, field = 'case'): CaseId {
  return name(field, value) as CaseId;
}

export function asAuthorityOrderId(value: unknown, field = 'order'): AuthorityOrderId {
  return name(field, value) as AuthorityOrderId;
}

export function asStatutoryDutyId(value: unknown, field = 'duty'): StatutoryDutyId {
  return name(field, value) as StatutoryDutyId;
}

export function asBasisId(value: unknown, field = 'basis'): BasisId {
  return name(field, value) as BasisId;
}
