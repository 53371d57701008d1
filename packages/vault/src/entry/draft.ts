import type { AuditedChange } from '../act/change.ts';
import type { PersonId } from '../id.ts';

/** JSON that can be written canonically: no floating point, no undefined. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/**
 * Whom an entry speaks of, and what it rests on. The leaf holds only a commitment to it; the
 * opening is sealed under the person's key for retention class `history` (so the act needs that
 * key).
 */
export interface Subject {
  readonly person: PersonId;
  /** The recipient or counterpart, by id. */
  readonly party?: string;
  /** Ids of the evidence relied upon and of the records touched, in the caller's order. */
  readonly evidence?: readonly string[];
  /** What else the person's history should say; sealed with the rest. */
  readonly note?: Json;
  /** How long the line in the person's history is kept, in ms; absent: as long as the person is. */
  readonly keptFor?: number;
}

interface Draft {
  /** Absent if the entry is about nobody. */
  readonly subject?: Subject;
  /** The changes of audited tables that this entry accounts for. */
  readonly changes?: readonly AuditedChange[];
}

/** A decision of the policy, permitted or refused: all that is needed to decide it again. */
export interface DecisionDraft extends Draft {
  readonly kind: 'decision';
  /** Digest of the policy version that decided. */
  readonly policy: string;
  readonly action: string;
  readonly purpose: string;
  /** The class of the recipient. */
  readonly recipient: string;
  /**
   * For each category: the masks of facts known true and known false, as unsigned 32-bit integers.
   */
  readonly cells: readonly (readonly [category: string, known: number, refuted: number])[];
  readonly permitted: boolean;
  /** Ids of the sentences that decided. */
  readonly cites: readonly string[];
}

/**
 * Something happened that facts are read from: an acceptance, a consent, an order, a suspension.
 */
export interface EvidenceDraft extends Draft {
  readonly kind: 'evidence';
  /** The kind of evidence, such as `consent`. */
  readonly evidence: string;
  /** What it is now, such as `withdrawn`. */
  readonly state: string;
}

/** A version of the policy or of a document was drafted, announced, put in force or archived. */
export interface VersionDraft extends Draft {
  readonly kind: 'version';
  readonly digest: string;
  readonly name: string;
  readonly state: string;
}

/** What a caller may write into the log. What the vault itself adds stands in body.ts. */
export type EntryDraft = DecisionDraft | EvidenceDraft | VersionDraft;
