export type {
  Act,
  Acted,
  ActVerdict,
  RecordHeader,
  RowsOf,
  Sealed,
  Seals,
  VaultRead,
} from './act/act.ts';
export type { AuditedChange, Draft } from './act/change.ts';
export { type AuditSubject, auditVault } from './audit/audit.ts';
export type { Replay } from './audit/entries.ts';
export { type AuditedFiles, auditFiles } from './audit/files.ts';
export type { AuditCounts, AuditFinding, HeadProblem, VaultAudit } from './audit/finding.ts';
export type { TryOpen } from './audit/rows.ts';
export { openTrial } from './audit/try-open.ts';
export { type DrillOptions, drillBackup } from './backup/drill.ts';
export { backupsIn, type ListedBackup } from './backup/list.ts';
export {
  type Copied,
  type Half,
  KEY_BACKUP_LIFE,
  type Manifest,
} from './backup/manifest.ts';
export type { Loss } from './backup/reopen.ts';
export { type Restored, type RestoreOptions, restoreBackup } from './backup/restore.ts';
export { type BackupOptions, takeBackup } from './backup/take.ts';
export type { Gap } from './clock/gap.ts';
export { type GuardedClock, guardClock } from './clock/guard.ts';
export type { ClockStanding } from './clock/standing.ts';
export type { Stopwatch } from './clock/stopwatch.ts';
export { isPostgres, told } from './connection-string.ts';
export { createVault } from './create.ts';
export type { Custody, SteppedKey } from './custody/custody.ts';
export type { Escrow, NamedKey } from './custody/escrow/escrow.ts';
export { openEscrow, type Recovered } from './custody/escrow/recover.ts';
export { beginIndexRotation, type IndexRotation } from './custody/index/begin.ts';
export type { IndexCourse } from './custody/index/rotate.ts';
export type { Progress } from './custody/parts.ts';
export { type KeyStanding, readKeyStanding } from './custody/read-state.ts';
export type { KeyState } from './custody/state.ts';
export { type ExaminedPlaces, examineVault } from './doctor/examine.ts';
export { openToOthers } from './doctor/files.ts';
export type { Check, Examined } from './doctor/finding.ts';
export { makeFileIfAbsent } from './durable-file.ts';
export { canonicalJson } from './entry/canonical-json.ts';
export { type Committed, commitment } from './entry/commitment.ts';
export type {
  DecisionDraft,
  EntryDraft,
  EvidenceDraft,
  Json,
  Subject,
  VersionDraft,
} from './entry/draft.ts';

export type { Opening, Told } from './entry/told.ts';
export type { Erased, StandingHold } from './erasure/erased.ts';
export { openTombstoneFile } from './erasure/tombstone-file.ts';

export { type FaultCode, isFault, VaultError } from './fault.ts';
export { HOLD, heldBy, holdsOf, isHeld, MOST_HOLDS, standing, type ValueIn } from './hold/hold.ts';
export type { EntryId, PersonId } from './id.ts';
export type { Findable, FindableIn } from './index/findable.ts';
export { openPassphraseFile, type PassphraseFile } from './keyring/passphrase-file.ts';
export type { DataKeys } from './keys/data-keys.ts';
export type { RotatedKey } from './keys/notes.ts';
export { keySchema } from './keys/tables.ts';
export { openAnchorFile } from './log/anchor-file.ts';
export type { OpenedReceipt, Receipt } from './log/receipt.ts';
export { lookUpTogether } from './look-up.ts';
export type { Sealing } from './measure/sealing.ts';
export {
  type MigratedStore,
  type MigrateOptions,
  migrateStore,
  migrateStores,
  type Told as ToldMigration,
} from './migrate/migrate.ts';
export { stepInWords } from './migrate/plan.ts';
export { type Moved, type MoveOptions, moveStores } from './move/move.ts';
export { openVault, type VaultOptions } from './open.ts';
export { type Outside, openOutside } from './outside/open.ts';
export { openStore, refuseUnlessApart, type StoreOptions } from './place.ts';
export type { Anchor } from './port/anchor.ts';
export { type Clock, systemClock } from './port/clock.ts';
export type { KeptKey } from './port/kept-key.ts';
export type { Keyring, Occasion } from './port/keyring.ts';
export { faultName, nobody, type Observer, type StoreObserver } from './port/observer.ts';
export { type Random, systemRandom } from './port/random.ts';
export type {
  Column,
  ColumnType,
  Index,
  Migration,
  RowOf,
  Schema,
  Step,
  Table,
} from './port/schema.ts';
export type {
  Change,
  Lock,
  Moment,
  Read,
  Reader,
  Row,
  Scan,
  ScrubbingStore,
  Store,
  Unit,
  Value,
  Verdict,
} from './port/store.ts';
export type { Tombstones } from './port/tombstones.ts';
export { openPostgres, type PostgresOptions } from './postgres/open.ts';
export { openPostgresReader } from './postgres/reader.ts';
export { makePrivateFile } from './private-file.ts';
export type { SweepProgress, Upkeep } from './retention/retention.ts';
export { openSqlite, type SqliteOptions } from './sqlite/open.ts';
export { openSqliteReader } from './sqlite/reader.ts';
export type {
  AuditedTable,
  BlindRow,
  EvidenceRow,
  HistoryRow,
  PersonRow,
  RecordRow,
  Stored,
  TableName,
  VersionRow,
} from './tables.ts';
export { dataSchema } from './tables.ts';
export type { Tally, Vault } from './vault.ts';
export type { VaultParts } from './vault-parts.ts';
