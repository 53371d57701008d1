/**
 * A platform's privacy policy, carried out: `createAvow()` opens its data under the policy, and from
 * there on nothing is done with a person's data without a decision that is on record.
 */

export {
  type BackupOptions,
  type Check,
  type Custody,
  type Examined,
  type IndexCourse,
  type KeyStanding,
  type Loss,
  type Manifest,
  type MigratedStore,
  type MigrateOptions,
  type Moved,
  makeFileIfAbsent,
  migrateStores as migrateAvow,
  type Progress,
  type Restored,
  type RotatedKey,
  readKeyStanding,
  stepInWords,
  type ToldMigration,
} from '@avow/vault';
export { type AlertLetterOptions, alertLetter } from './alerts/letter.ts';
export type { AlertWay } from './alerts/way.ts';
export {
  type AuditFinding,
  type AvowAudit,
  type AvowAuditOptions,
  auditAvow,
} from './audit/audit.ts';
export { type RestoreAvowOptions, restoreAvow } from './backup/restore.ts';
export { type BackupAvowOptions, backupAvow } from './backup/take.ts';
export type { CampaignWay } from './campaigns/way.ts';
export { createAvow } from './create.ts';
export { beginIndexKey } from './custody/begin-index.ts';
export {
  changeRootKey,
  type Recovery,
  type RootChanged,
  recoverRootKey,
} from './custody/change-root.ts';
export { type CustodyPlaces, withCustody } from './custody/open.ts';
export { callingLetter, type TellingLetterOptions, tellingLetter } from './desk/mail/letter.ts';
export type { TellingWay } from './desk/mail/way.ts';
export { type ExamineAvowOptions, examineAvow } from './doctor/examine.ts';
export {
  asAttestationId,
  asAuthorityOrderId,
  asBasisId,
  asCampaignId,
  asCaseId,
  asCommentId,
  asConsentId,
  asDisclosureId,
  asDutyId,
  asEngagementId,
  asEntryId,
  asHarvestId,
  asHoldId,
  asImportId,
  asLeakId,
  asMechanismId,
  asOrderId,
  asPartyId,
  asPersonId,
  asStatutoryDutyId,
} from './door/ids.ts';
export { verifications } from './face/authority.ts';
export { caseTypes, refusalReasons } from './face/case.ts';
export { channels } from './face/changes.ts';
export { infringedRights } from './face/complaints.ts';
export { countedAs, grounds } from './face/desk.ts';
export { lineKinds } from './face/history.ts';
export type * from './face/index.ts';
export { mechanismKinds } from './face/mechanisms.ts';
export { rightsAskedFor } from './face/requests.ts';
export type { Asked, FactProvider } from './facts/provider.ts';
export type { Providers } from './facts/registry.ts';
export { type AvowCode, AvowError, isAvowFault, statusOf } from './fault.ts';
export { type PatternWords, sayPattern } from './harvesting/say-pattern.ts';
export { type FaultTold, faultTold } from './http-status.ts';
export { type Mail, MailRefused, MailUnanswered, type Message } from './mailing/mail.ts';
export type { MailingProgress } from './mailing/mailing.ts';
export { type MailLinks, type MailWays, mailWays } from './mailing/ways.ts';
export { passwordsMeasure } from './measures/passwords.ts';
export { type MoveAvowOptions, moveAvow } from './move/move.ts';
export { type LetterOptions, noticeLetter } from './notices/letter.ts';
export type { NoticeWay, WrittenNotice } from './notices/way.ts';
export type { AvowOptions } from './options.ts';
export { type KeySource, passphraseFile } from './places.ts';
export type { ReadOf, Rows } from './rows/reading.ts';
