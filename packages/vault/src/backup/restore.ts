import type { Replay } from '../audit/entries.ts';
import { auditReaders } from '../audit/files.ts';
import type { AuditCounts, AuditFinding, VaultAudit } from '../audit/finding.ts';
import { VaultError } from '../fault.ts';
import { migrateStores } from '../migrate/migrate.ts';
import type { Anchor } from '../port/anchor.ts';
import { type Clock, systemClock } from '../port/clock.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';
import type { Tombstones } from '../port/tombstones.ts';
import { type Half, readManifest } from './manifest.ts';
import { type Loss, reopen } from './reopen.ts';
import { type Stage, stageBackup } from './stage.ts';

/** Which backup, to where, and what opens it. */
export interface RestoreOptions {
  /** The two folders of the backup. */
  readonly from: Readonly<Record<Half, string>>;
  /** Where the stores go: files or databases, of either engine; nothing may be there yet. */
  readonly to: Readonly<Record<Half, string>>;
  readonly keyring: Keyring;
  /** What is kept outside the stores, as it was before they were lost. */
  readonly anchor: Anchor;
  readonly tombstones: Tombstones;
  /** The log's verifier key, from a source other than the backup. */
  readonly vkey: string;
  /** Goes on although the anchor has seen entries that the backup lacks, or is itself gone. */
  readonly acceptLoss?: boolean;
  /** Kinds of evidence that law keeps beyond erasure, as in `openVault`. Default none. */
  readonly keep?: readonly string[];
  /** Decides every decision again; given the data store, where the versions lie. */
  readonly replay?: (store: Reader) => Promise<Replay>;
  /** Told how far a store has been brought into its database, in rows. */
  readonly progress?: (half: Half, done: number, total: number) => void;
  readonly clock?: Clock;
}

export type Restored =
  | {
      readonly ok: true;
      /** When the backup was taken, ISO 8601. */
      readonly taken: string;
      readonly counts: AuditCounts;
      /** People who had been erased since, and are again. */
      readonly erased: number;
      readonly loss: Loss | undefined;
    }
  /** The backup does not prove itself. Nothing was put in place. */
  | { readonly ok: false; readonly finding: AuditFinding };

/**
 * Puts both stores back where nothing is. Before they get their names the files are verified, whoever
 * was erased since the backup is erased again, the log says that it was restored, and all of it is
 * audited. A log older than the anchor is refused (`AVOW_ROLLED_BACK`, which entries are lost) unless
 * `acceptLoss`; the anchor's checkpoint then stays in the log, and whoever holds one as new will find
 * that this log does not continue it.
 *
 * Rejects with `AVOW_BACKUP` (see {@link readManifest} and {@link stageBackup}), `AVOW_TOMBSTONES`,
 * `AVOW_KEYRING`, `AVOW_LOCKED`, `AVOW_ROLLED_BACK`; nothing is in
 * place then. With `AVOW_ANCHOR` after somebody else moved the anchor meanwhile: then the stores are in
 * place, and a start compares them with it.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const {
    from,
    to,
    tombstones,
    anchor,
    acceptLoss = false,
    keep = [],
    clock = systemClock,
  } = options;
  const manifest = await readManifest(from, clock.now());
  await refuseWithoutList(tombstones);
  const anchored = await anchor.read();
  const stage = await stageBackup(from, to, manifest);
  try {
    // A backup of an older form becomes a store of this program's.
    await migrateStores({ data: stage.data.file, keys: stage.keys.file });
    const came = manifest.log.checkpoint;
    const { note, erased, loss } = await reopen({
      ...options,
      stage,
      came,
      anchored,
      acceptLoss,
      keep,
      clock,
    });
    for (const half of halves) {
      await stage[half].settle((done, total) => options.progress?.(half, done, total));
    }
    const audit = await auditStage(options, stage, loss || !anchored ? note : anchored);
    if (!audit.ok) return audit;
    for (const half of halves) await stage[half].publish();
    if (!(await anchor.swap(anchored, note))) {
      throw new VaultError('AVOW_ANCHOR', 'the checkpoint kept outside was moved meanwhile');
    }
    return { ok: true, taken: manifest.taken, counts: audit.counts, erased, loss };
  } finally {
    for (const half of halves) await stage[half].clear();
  }
}

/** The keys first: data without its keys would be taken for a key store that was lost. */
const halves = ['keys', 'data'] as const;

/** Everything, records with their keys too, by the key that the log had before it was lost. */
async function auditStage(
  { vkey, keyring, replay }: RestoreOptions,
  stage: Stage,
  anchored: string,
): Promise<VaultAudit> {
  const data = await stage.data.open();
  try {
    const keys = await stage.keys.open();
    // Nobody else is at work here: whose keys are gone was erased when the data was opened.
    const isOutdated = async () => false;
    const how = { vkey, ...(replay === undefined ? {} : { replay }) };
    return await auditReaders({
      ...how,
      data,
      anchored,
      open: { keys, keyring, isOutdated },
    }).finally(() => keys.close());
  } finally {
    await data.close();
  }
}

async function refuseWithoutList(tombstones: Tombstones): Promise<void> {
  if (await tombstones.exists()) return;
  throw new VaultError(
    'AVOW_TOMBSTONES',
    'the list of erased people is missing; without it a restore would bring them back',
  );
}
