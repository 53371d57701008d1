import type { AuditFailure } from '@avow/ledger';
import type { AuditedTable } from '../tables.ts';

/**
 * The first thing that an audit finds wrong. Positions are those of entries in the log, from 0;
 * `id` is a row's id, or a blind index's target.
 * - {@link AuditFailure}: the tree itself; see the ledger.
 * - `checkpoint-kept`: one of the kept checkpoints is not of this log or not of this tree.
 * - `anchor`: the log is older than the checkpoint kept outside the stores, or does not continue
 *   it.
 * - `against`: the same for a checkpoint that somebody brought.
 * - `entry-malformed`: an entry that the tree holds is not in canonical form; null for one not yet
 *   in the tree.
 * - `entry-renamed`: an entry is stored under another id than its own, so that receipts and histories
 *   would find the wrong one.
 * - `entry-unfounded`: an entry says it removed a row that no entry before it had added.
 * - `replay`: the policy of its day decides an entry differently, and how.
 * - `row-altered`: a stored row is not what its own hash says.
 * - `row-rolled-back`: a row was put back to an earlier state, or back after its removal.
 * - `row-added`: no entry accounts for a row. (Also an altered row whose hash was altered to
 *   match.)
 * - `row-missing`: a row that an entry added, and none removed, is not there.
 * - `tally`: what a sentence is said to have done so far is not what the entries say.
 * - `record-sealed`: a record does not open with its key, or has none.
 */
export type AuditFinding =
  | AuditFailure
  | { readonly kind: 'checkpoint-kept'; readonly size: number }
  | { readonly kind: 'anchor' | 'against'; readonly problem: HeadProblem }
  | {
      readonly kind: 'entry-malformed' | 'entry-renamed' | 'entry-unfounded';
      readonly position: number | null;
    }
  | { readonly kind: 'tally'; readonly sentence: string }
  | { readonly kind: 'replay'; readonly position: number | null; readonly problem: string }
  | {
      readonly kind: 'row-altered' | 'row-rolled-back' | 'row-added' | 'record-sealed';
      readonly table: AuditedTable;
      readonly id: string;
    }
  | { readonly kind: 'row-missing'; readonly position: number | null };

/** What is wrong with a checkpoint as compared to the stored log. */
export type HeadProblem =
  /** It is malformed, or not signed by the log's key. */
  | 'unsigned'
  /** It is larger than the stored log: the log was put back to an earlier day. */
  | 'log-shrunk'
  /** The stored log does not begin with it. */
  | 'log-rewritten';

/** What an audit went through, and found in order. */
export interface AuditCounts {
  /** Entries in the tree. */
  readonly entries: number;
  /** Entries that wait for the sequencer. */
  readonly pending: number;
  /** Decisions decided again. */
  readonly replayed: number;
  /** Audited rows, all tables. */
  readonly rows: number;
  /** Records opened with their keys. */
  readonly opened: number;
}

export type VaultAudit =
  | { readonly ok: true; readonly counts: AuditCounts }
  | { readonly ok: false; readonly finding: AuditFinding };
