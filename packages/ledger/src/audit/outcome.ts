import type { Checkpoint } from '../checkpoint/text.ts';
import type { LedgerErrorCode } from '../error.ts';

/** What an audit came to: the verified checkpoint, or the first thing that fails. */
export type AuditOutcome =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly failure: AuditFailure };

/**
 * What an audit names. Indexes and sizes are in leaves, from 0.
 * - `checkpoint`, `previous`: that note is malformed, not signed by the key or of another log.
 * - `tile`: a tile is missing, malformed, or its hash at `position` is not the one the entries give.
 * - `entry-altered`: the entry at `index` is not the one the tree holds.
 * - `entry-misplaced`: the entry found at `index` is the tree's entry `belongsAt`.
 * - `entry-missing`, `entry-added`: the entry that should stand, or that stands, at `index`.
 * - `root`: entries and tiles agree with each other but not with the signed root, or neither does.
 * - `shrunk`: the log is smaller than it was at the previous checkpoint.
 * - `rewritten`: the first `size` leaves are not those of the previous checkpoint.
 */
export type AuditFailure =
  | {
      readonly kind: 'checkpoint' | 'previous';
      readonly code: LedgerErrorCode;
      readonly where: string;
    }
  | {
      readonly kind: 'tile';
      readonly problem: 'missing' | 'malformed' | 'altered';
      readonly level: number;
      readonly n: number;
      readonly position: number;
    }
  | { readonly kind: 'entry-altered'; readonly index: number }
  | { readonly kind: 'entry-misplaced'; readonly index: number; readonly belongsAt: number }
  | { readonly kind: 'entry-missing'; readonly index: number }
  | { readonly kind: 'entry-added'; readonly index: number }
  | { readonly kind: 'root' }
  | { readonly kind: 'shrunk'; readonly size: number; readonly previousSize: number }
  | { readonly kind: 'rewritten'; readonly size: number };
