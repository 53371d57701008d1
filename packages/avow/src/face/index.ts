import type { Words } from '@avow/policy';
import type { Figure } from '../telemetry/metric.ts';
import type { Warnings } from '../warnings/warning.ts';
import type { Acts } from './acts.ts';
import type { Agreement, Documents } from './agreement.ts';
import type { Alerts } from './alerts.ts';
import type { Attestations } from './attestations.ts';
import type { Campaigns } from './campaigns.ts';
import type { Changes } from './changes.ts';
import type { Children } from './children.ts';
import type { Clockwork } from './clock.ts';
import type { Comments } from './comments.ts';
import type { Consents } from './consents.ts';
import type { Cookies } from './cookies.ts';
import type { Idempotent } from './decision.ts';
import type { Desk } from './desk.ts';
import type { Directory } from './directory.ts';
import type { Disclosures } from './disclosures.ts';
import type { Each } from './each.ts';
import type { Harvesting } from './harvesting.ts';
import type { History } from './history.ts';
import type { Holds } from './holds.ts';
import type { Imports } from './imports.ts';
import type { Interests } from './interests.ts';
import type { Items } from './items.ts';
import type { Leaks } from './leaks.ts';
import type { Log } from './log.ts';
import type { Drill, Measure, Measured } from './measures.ts';
import type { Mechanisms } from './mechanisms.ts';
import type { Notices } from './notices.ts';
import type { Orders } from './orders.ts';
import type { Parties } from './parties.ts';
import type { Registers } from './registers.ts';
import type { Searches } from './searches.ts';
import type { Subjects } from './subjects.ts';
import type { Transfers } from './transfers.ts';
import type { SweepProgress, UnderWay, Upkeep } from './upkeep.ts';
import type { MonthTold, Tally, Versions } from './versions.ts';
import type { Visits } from './visits.ts';

/** A platform's privacy policy, carried out. Made by `createAvow()`. */
export interface Avow<V extends Words> extends Acts<V>, History<V> {
  readonly subjects: Subjects<V>;
  readonly documents: Documents;
  readonly agreement: Agreement;
  readonly consents: Consents<V>;
  readonly cookies: Cookies<V>;
  readonly attestations: Attestations<V>;
  readonly parties: Parties<V>;
  readonly disclosures: Disclosures<V>;
  readonly mechanisms: Mechanisms<V>;
  readonly transfers: Transfers<V>;
  readonly directory: Directory;
  readonly orders: Orders<V>;
  readonly desk: Desk<V>;
  readonly registers: Registers<V>;
  /** Finds what somebody may not mean to send. Pure; also `avow/warnings`, for a browser. */
  readonly warnings: Warnings;
  readonly holds: Holds<V>;
  readonly children: Children;
  readonly harvesting: Harvesting;
  readonly leaks: Leaks<V>;
  readonly alerts: Alerts;
  readonly items: Items<V>;
  readonly imports: Imports<V>;
  readonly visits: Visits<V>;
  readonly searches: Searches;
  readonly each: Each;
  readonly policy: Versions<V>;
  readonly changes: Changes<V>;
  readonly notices: Notices;
  readonly interests: Interests<V>;
  readonly campaigns: Campaigns;
  readonly comments: Comments;
  readonly log: Log;
  /** What each sentence did so far; kept within a second of the log. */
  tallies(): Promise<readonly Tally[]>;
  /** The same in the month that runs, counted by this process from the entries of the log. */
  thisMonth(): Promise<MonthTold>;
  /** What this process has counted, by the names of `docs/observe.md`. */
  figures(): Promise<readonly Figure[]>;
  /** The facts of the policy in force: from which kind of record each is read, and whether one is built in. */
  facts(): readonly FactSource[];
  /**
   * Aborted when a store could not be opened again after a write that failed, as on a disk that fails (from then on
   * everything is refused with `AVOW_CLOSED`), and when the log in it is no longer the one that was signed
   * (`AVOW_ROLLED_BACK`). Its reason is the fault; only a new start, which looks at all of it, helps.
   */
  readonly lost: AbortSignal;
  /** Whether it can serve: asks the stores, the sequencer and the anchor themselves. */
  ready(): Promise<Readiness>;
  /**
   * Whether each measure that the policy promises works, asked of the system itself; `further` are
   * measures that the caller brings along. What is answered may be shown to anyone. Once an hour it does
   * an act about nobody, to find it in the log.
   */
  measures(further?: readonly Measure[]): Promise<readonly Measured[]>;
  /**
   * Restores the newest backup in a temporary folder, with everything that a restore does, audits it,
   * and puts the result on record; see `backups` of `createAvow`. Takes as much room and time as a restore.
   * `AVOW_STATE` if nobody has told where backups lie, or none with both halves is there.
   */
  drill(options?: Idempotent): Promise<Drill>;
  /** The machine's clock, and whether it is believed. */
  readonly clock: Clockwork;
  /**
   * Deletes what is past its retention, a bounded step at a time, each told to `onProgress`; answers how
   * many rows went. It happens by itself every hour. `AVOW_CLOCK` while the clock is in doubt.
   */
  sweep(onProgress?: (progress: SweepProgress) => void): Promise<number>;
  /** What has to go and has not gone yet. */
  upkeep(): Promise<Upkeep>;
  /** Which long work is being done, and how far it has come. */
  underWay(): Promise<UnderWay>;
  /** Finishes what is in flight, integrates what is pending, and lets go of the stores. */
  close(): Promise<void>;
}

/** Where a fact comes from. One that is not built is not known, so nothing is permitted on it. */
export interface FactSource {
  readonly fact: string;
  readonly from: string;
  readonly built: boolean;
}

/** Whether this process can do its work, part by part. */
export interface Readiness {
  /** A unit of work went through the writer of either store. */
  readonly stores: boolean;
  /** No entry waits for the tree longer than it should. */
  readonly sequencer: boolean;
  /** The checkpoint kept outside the stores is one that the log signed. */
  readonly anchor: boolean;
}

export type * from './acts.ts';
export type * from './agreement.ts';
export type * from './alerts.ts';
export type * from './attestations.ts';
export type * from './authority.ts';
export type * from './campaigns.ts';
export type * from './case.ts';
export type * from './cases.ts';
export type * from './changes.ts';
export type * from './children.ts';
export type * from './clock.ts';
export type * from './comments.ts';
export type * from './complaints.ts';
export type * from './consents.ts';
export type * from './cookies.ts';
export type * from './decision.ts';
export type * from './desk.ts';
export type * from './directory.ts';
export type * from './disclosures.ts';
export type * from './each.ts';
export type * from './harvesting.ts';
export type * from './history.ts';
export type * from './holds.ts';
export type * from './ids.ts';
export type * from './imports.ts';
export type * from './interests.ts';
export type * from './items.ts';
export type * from './leaks.ts';
export type * from './log.ts';
export type * from './measures.ts';
export type * from './mechanisms.ts';
export type * from './notices.ts';
export type * from './orders.ts';
export type * from './parties.ts';
export type * from './party.ts';
export type * from './registers.ts';
export type * from './requests.ts';
export type * from './searches.ts';
export type * from './subjects.ts';
export type * from './transfers.ts';
export type * from './upkeep.ts';
export type * from './versions.ts';
export type * from './violations.ts';
export type * from './visits.ts';
export type * from './warnings.ts';
